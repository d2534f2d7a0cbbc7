using SlrtBot.Core.Persistence;
using SlrtBot.TestKit;
using SlrtBot.TestKit.Conversations;
using Xunit;

namespace SlrtBot.Bot.Tests.Dialogs.Complaints;

/// <summary>Telephone numbers and NIKs in the forms in which people send them.</summary>
public sealed class NumberTests
{
    [Theory]
    [InlineData("0812-3456-7890")]
    [InlineData("+62 812 3456 7890")]
    [InlineData("62812 34567890")]
    [InlineData("no hp 0812-3456-7890")]
    [InlineData("(own contact +6281234567890)")]
    public async Task A_telephone_number_is_understood_in_every_usual_form(string written)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(DatabaseProvider.Sqlite);
        await chat.PlayAsync(Paths.ToPhone);

        // Act, Assert
        await chat.PlayAsync($"> {written}\n< 6. Pelapor: Siti Aminah, 0812-3456-7890");
    }

    [Theory, OnSqlite]
    public async Task A_wrong_telephone_number_is_explained_with_an_example(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToPhone);

        // Act, Assert
        await chat.PlayAsync(
            """
            > 0812
            < Nomor HP itu belum terbaca.
            < Contoh: 0812 3456 7890.
            > 081
            < Kalau tidak ada, balas «lewati».
            > lewati
            < 6. Pelapor: Siti Aminah, tanpa nomor HP
            """);
    }

    [Theory, OnSqlite]
    public async Task A_wrong_nik_is_explained_and_asked_again(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToNationalId);

        // Act, Assert
        await chat.PlayAsync(
            """
            > 3204 3752 0374
            < Kurang 4 angka lagi.
            < Contoh: 3204 3712 0374 9999.
            > 3204375203749999123
            < Kelebihan 3 angka.
            > [Mengapa ditanya]
            < NIK hanya dipakai untuk mencocokkan daftar bantuan
            > 1111111111111111
            < bukan nomor yang sebenarnya
            > NIK: 3204 3752 0374 9999
            < NIK ••••••••••••9999
            """);
    }

    [Theory, OnSqlite]
    public async Task An_odd_nik_is_asked_about_once_and_then_taken(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToNationalId);

        // Act, Assert
        await chat.PlayAsync(
            """
            > 3204373203749999
            < Tanggal lahir di dalam NIK ini tidak ada di kalender.
            < [Memang benar]
            > 3204373203749999
            < NIK ••••••••••••9999
            """);
    }

    [Theory, OnSqlite]
    public async Task The_nik_may_be_left_out(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToNationalId);

        // Act, Assert
        await chat.PlayAsync("> lewati\n< Periksa dulu\n<! NIK");
    }

    [Theory, OnSqlite]
    public async Task Name_and_number_may_come_in_any_order(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToName);

        // Act, Assert
        await chat.PlayAsync(
            """
            > 081234567890
            < Nomornya sudah saya catat.
            < Siapa nama Anda?
            > 12345
            < Itu belum terbaca sebagai nama.
            > nama saya Hj. Euis Komariah, S.Pd
            < 6. Pelapor: Hj. Euis Komariah, S.Pd, 0812-3456-7890
            """);
    }
}
