using SlrtBot.Core.Persistence;
using SlrtBot.TestKit;
using SlrtBot.TestKit.Conversations;
using Xunit;

namespace SlrtBot.Bot.Tests.Dialogs.Navigation;

/// <summary>Words that are understood at every step.</summary>
public sealed class NavigationTests
{
    [Theory, OnSqlite]
    public async Task The_language_can_be_changed_in_the_middle_and_the_question_returns_in_it(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToPhotos);

        // Act, Assert
        await chat.PlayAsync(
            """
            > /bahasa
            < Pilih bahasa. / Choose a language.
            > [English]
            < All right, I will use English.
            < Step 5 of 6
            > lewati
            < Step 6 of 6
            > bahasa indonesia
            < Baik, saya memakai bahasa Indonesia.
            < Langkah 6 dari 6
            """);
    }

    [Theory, OnSqlite]
    public async Task Help_explains_the_present_question_and_returns_to_it(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToVillage);

        // Act, Assert
        await chat.PlayAsync(
            """
            > bantuan
            < Ketik nama desa atau kelurahan tempat masalahnya terjadi
            < Tulis «kembali» untuk mundur
            < Langkah 4 dari 6
            """);
    }

    [Theory, OnSqlite]
    public async Task The_menu_in_the_middle_of_a_complaint_keeps_the_complaint(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToPhotos);

        // Act, Assert
        await chat.PlayAsync(
            """
            > menu
            < Laporan Anda belum dikirim dan masih saya simpan.
            > [Lanjutkan]
            < Langkah 5 dari 6
            > /start
            < Laporan Anda belum dikirim. Kita lanjutkan.
            < Langkah 5 dari 6
            > ulang
            < Langkah 5 dari 6
            """);
    }

    [Theory, OnSqlite]
    public async Task A_question_that_must_be_answered_cannot_be_skipped(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToSubject);

        // Act, Assert
        await chat.PlayAsync("> lewati\n< Pertanyaan ini perlu dijawab\n< Langkah 1 dari 6");
    }

    [Theory, OnSqlite]
    public async Task The_office_says_when_it_opens_again(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        chat.Database.Clock.SetUtc(new DateTime(2026, 11, 27, 13, 0, 0, DateTimeKind.Utc));

        // Act, Assert
        await chat.PlayAsync("> petugas\n< Jl. Al-Fathu, Soreang\n< Telepon: 022-5891234\n< Kantor buka lagi Senin, 30 November 2026 pukul 08.00 WIB.");
    }

    [Theory, OnSqlite]
    public async Task A_sixth_complaint_on_one_day_is_sent_to_the_office(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToReceipt);
        for (var i = 1; i < 5; i++)
        {
            await chat.PlayAsync(
                """
                > lapor
                > saya
                > rumah
                > atap rumah kami bocor
                > selesai
                > ya
                > lewati
                > rahasiakan
                > kirim
                < ✅ Laporan terkirim.
                """);
        }

        // Act, Assert
        await chat.PlayAsync("> lapor\n< Hari ini sudah ada lima laporan dari obrolan ini\n< Jl. Al-Fathu, Soreang");
        chat.Database.Clock.Advance(TimeSpan.FromHours(25));
        await chat.PlayAsync("> lapor\n< Langkah 1 dari 6");
    }

    [Theory, OnSqlite]
    public async Task In_a_group_the_bot_keeps_out_of_it_and_says_why_when_called(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);

        // Act, Assert
        await chat.SendAsync(Protocol.Activity.OfText("sudah tiga bulan beras tidak datang"), isGroup: true);
        await chat.PlayAsync("< -");
        await chat.SendAsync(Protocol.Activity.OfText("/lapor"), isGroup: true);
        await chat.PlayAsync("< Saya hanya bisa membantu dalam obrolan pribadi");
    }
}
