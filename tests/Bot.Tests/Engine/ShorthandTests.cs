using Microsoft.EntityFrameworkCore;
using SlrtBot.Bot.Tests.Dialogs;
using SlrtBot.Core.Persistence;
using SlrtBot.TestKit;
using SlrtBot.TestKit.Conversations;
using Xunit;

namespace SlrtBot.Bot.Tests.Engine;

/// <summary>What tired people really type: shorthand, courtesies, half an answer, the answer to another question.</summary>
public sealed class ShorthandTests
{
    [Theory, OnSqlite]
    public async Task A_resident_who_types_in_shorthand_from_beginning_to_end_gets_a_number(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);

        // Act
        await chat.PlayAsync(
            """
            > bansos sy ga cair
            < Halo, saya SlrtBot
            < Cerita Anda sudah saya catat.
            < Apakah Anda setuju?
            > oke setuju
            < laporan ini untuk Anda sendiri
            > eh buat kakak saya
            < Siapa nama orang yang dibantu?
            > udin
            < Sepertinya ini tentang: Belum cair / saldo nol.
            > bener pak
            < Sudah saya catat.
            > udh segitu aja bu
            < Langkah 4 dari 6
            > sadu
            < Langkah 5 dari 6
            > nanti aja
            < Langkah 6 dari 6
            > jenengku Sukiyem aja
            < nomor HP
            > gak punya hp
            < Dengan NIK
            > ga ada nik nya
            < 6. Pelapor: Sukiyem, tanpa nomor HP
            > kirim dong
            < ✅ Laporan terkirim.
            """);

        // Assert
        var complaint = await chat.Database.ReadAsync(db => db.Complaints.SingleAsync());
        Assert.Null(complaint.NationalId);
        Assert.Null(complaint.Phone);
    }

    [Theory, OnSqlite]
    public async Task A_name_with_a_number_that_comes_too_early_is_kept_and_not_asked_again(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToPhotos);

        // Act, Assert
        await chat.PlayAsync(
            """
            > Asep 0812-3456-7890
            < Nomor Anda sudah saya simpan.
            < Langkah 5 dari 6
            > lewati
            < 6. Pelapor: Asep, 0812-3456-7890
            """);
    }

    [Theory, OnSqlite]
    public async Task Whoever_doubts_what_becomes_of_the_data_is_told_instead_of_being_taken_at_it(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToConsent);

        // Act, Assert
        await chat.PlayAsync(
            """
            > emang buat apa data saya
            < Gunanya: menangani laporan Anda.
            < Apakah Anda setuju?
            > setuju tapi jgn disebar ya
            < Data Anda disimpan terkunci
            < Langkah 1 dari 6
            """);
    }

    [Theory, OnSqlite]
    public async Task Whoever_begins_by_asking_for_a_person_gets_no_form(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);

        // Act, Assert
        await chat.PlayAsync(
            """
            > sy mau bicara dgn petugas
            < petugas sudah diberi tahu
            <! Apakah Anda setuju?
            > laporan saya sampai mana ya pak
            < Belum ada laporan yang dikirim dari obrolan ini.
            > makasih banyak ya pak semoga sehat selalu semua
            <! Apakah Anda setuju?
            """);
    }

    [Theory, OnSqlite]
    public async Task Whoever_is_asked_for_a_code_or_money_is_warned_at_once(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);

        // Act, Assert
        await chat.PlayAsync(
            """
            > diminta kode otp sama petugas, kasih ga?
            < Jangan beri PIN, OTP, atau uang
            < Apakah Anda setuju?
            """);
    }

    [Theory, OnSqlite]
    public async Task A_cry_for_help_at_the_beginning_is_welcomed(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);

        // Act, Assert
        await chat.PlayAsync("> tolong\n< langsung ceritakan masalah Anda");
    }

    [Theory, OnSqlite]
    public async Task An_album_as_first_message_is_greeted_and_the_whole_consent_is_read(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync("> (album a)\n< -\n> (album a)\n< -");

        // Act
        await chat.WaitAsync();

        // Assert
        var said = Assert.Single(chat.Heard).Text;
        Assert.Contains("Halo, saya SlrtBot", said, StringComparison.Ordinal);
        Assert.Contains("2 foto kami terima.", said, StringComparison.Ordinal);
        Assert.Contains("selama 5 tahun", said, StringComparison.Ordinal);
    }

    [Theory, OnSqlite]
    public async Task Suicide_by_its_street_name_is_an_emergency(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);

        // Act, Assert
        await chat.PlayAsync("> mau bundir\n< Terima kasih sudah berani menulis ini.");
    }
}
