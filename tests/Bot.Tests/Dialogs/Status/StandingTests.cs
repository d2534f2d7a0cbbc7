using SlrtBot.Bot.Engine;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Complaints.Feedback;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Phrases;
using SlrtBot.TestKit;
using SlrtBot.TestKit.Conversations;
using Xunit;

namespace SlrtBot.Bot.Tests.Dialogs.Status;

/// <summary>Where a complaint stands, in words of the people who wait for it.</summary>
public sealed class StandingTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task At_every_desk_the_status_says_whose_it_is_what_comes_next_and_by_when(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToReceipt);

        // Act, Assert
        await chat.PlayAsync(
            """
            > cek
            < Sekarang di meja: Penerima laporan, SLRT
            < Selanjutnya: petugas membaca laporan Anda
            < Jawaban paling lambat Senin, 30 November 2026.
            < Anda tidak perlu melakukan apa-apa sekarang.
            """);
        await chat.MovesAsync("review", "send_to_field");
        await chat.PlayAsync("> cek\n< Sekarang di meja: Fasilitator desa, Puskesos Desa Sadu.\n< petugas desa datang ke rumah");
        await chat.MovesAsync("report_visit");
        await chat.PlayAsync("> cek\n< Sekarang di meja: Supervisor kecamatan, Kec. Soreang.");
        await chat.MovesAsync("approve_visit", "propose");
        await chat.PlayAsync("> cek\n< Manajer kabupaten\n< pimpinan di kabupaten memutuskan");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_question_that_waits_is_said_again_and_that_it_waits_for_the_person(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToReceipt);
        await chat.MovesAsync("ask_resident");

        // Act, Assert
        await chat.PlayAsync(
            """
            > cek
            < Sekarang menunggu jawaban Anda.
            < Pertanyaan petugas: «Kata petugas.»
            < Balas di sini.
            <! tidak perlu melakukan apa-apa
            """);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task With_a_partner_the_status_names_the_partner_and_its_day(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToReceipt);
        await chat.MovesAsync("review");
        await chat.ReferAsync("PKBM", new DateOnly(2026, 12, 1));

        // Act, Assert
        await chat.PlayAsync(
            """
            > cek
            < Sekarang di: Mitra PKBM.
            < Lembaga itu diminta menjawab paling lambat Selasa, 1 Desember 2026.
            < Anda tidak perlu melakukan apa-apa sekarang.
            """);
        chat.DaysPass(20);
        await chat.PlayAsync("> cek\n< tetapi belum menjawab");
    }

    [Theory, OnSqlite]
    public async Task In_english_the_status_says_the_same(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToReceipt);
        await chat.MovesAsync("review");

        // Act, Assert
        await chat.PlayAsync(
            """
            > bahasa inggris
            > status
            < Now at the desk of: Analyst, SLRT
            < Next: an officer compares your data
            < Answer by Monday, 30 November 2026 at the latest.
            < You need not do anything now.
            > history
            < 23 November 2026: we received the report
            < 23 November 2026: an officer began to look at it
            """);
    }

    [Theory, OnSqlite]
    public async Task The_history_is_dated_lines_in_plain_words(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        var reference = await chat.LodgeAsync();
        chat.DaysPass(1);
        await chat.MovesAsync("review", "send_to_field");

        // Act, Assert
        foreach (var asked in new[] { "riwayat", $"riwayat {reference}" })
        {
            await chat.PlayAsync(
                $"""
                > {asked}
                < Riwayat laporan {reference}:
                < 23 November 2026: laporan kami terima
                < 24 November 2026: petugas mulai memeriksa
                < 24 November 2026: petugas desa diminta datang
                """);
        }

        await chat.PlayAsync("> [Lihat laporan]\n< Fasilitator desa\n> [Riwayat]\n< laporan kami terima");
    }

    [Theory, OnSqlite]
    public async Task A_long_history_tells_its_latest_steps_and_how_many_came_before(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToReceipt);
        await chat.MovesAsync("review", "send_to_field", "report_visit", "return_to_field", "report_visit", "approve_visit", "propose", "reject");

        // Act, Assert
        await chat.PlayAsync("> riwayat\n< (3 langkah sebelumnya)\n< belum bisa dipenuhi\n<! laporan kami terima");
    }

    [Theory, OnSqlite]
    public async Task Elsewhere_the_sixth_number_of_a_day_is_not_looked_up_whether_it_exists_or_not(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        var reference = await chat.LodgeAsync();
        chat.ComesFrom("chat2");

        // Act, Assert
        for (var i = 0; i < 5; i++)
        {
            await chat.PlayAsync($"> {(i % 2 == 0 ? reference : ReferenceCode.From((ulong)i))}\n< hanya ditampilkan di obrolan yang mengirimnya\n< tanda terima");
        }

        foreach (var asked in new[] { reference, $"cek {ReferenceCode.From(99)}", $"riwayat {reference}", $"naikkan {reference}" })
        {
            await chat.PlayAsync($"> {asked}\n< Hari ini sudah lima kali mencoba.\n<! Diterima");
        }

        chat.DaysPass(1);
        await chat.PlayAsync($"> {reference}\n< hanya ditampilkan di obrolan yang mengirimnya");
        chat.ComesFrom("chat1");
        await chat.PlayAsync($"> {reference}\n< Laporan {reference}: Diterima.");
    }

    [Theory, OnSqlite]
    public async Task A_report_is_never_found_by_a_nik_and_every_nik_gets_the_same_answer(DatabaseProvider provider)
    {
        // Arrange: one complaint with this NIK, filed here.
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToNationalId + "\n> 3204 3712 0374 9999\n> kirim\n< ✅ Laporan terkirim.");

        // Act
        var answers = new List<string>();
        foreach (var asked in new[] { "3204371203749999", "3204.3712.0374.8888", "cek 3204371203749999", "status 3204372203749999" })
        {
            await chat.PlayAsync($"> {asked}\n< laporan tidak bisa dicari dengan NIK");
            answers.Add(chat.Heard.Single().Text);
        }

        // Assert
        Assert.Single(answers.Distinct());
    }

    [Fact]
    public void Every_move_and_every_desk_has_words_for_residents()
    {
        // Arrange
        var book = PhraseBook.Load(typeof(PhraseBook).Assembly, typeof(BotServices).Assembly);
        var needed = ComplaintWorkflow.Table.Moves.Select(m => $"history.{m.Verb}").Append("history.lodge")
            .Concat(Enum.GetValues<FeedbackKind>().Select(k => $"history.{Codes.Of(k)}"))
            .Concat(Enum.GetValues<ComplaintStatus>()
                .Where(s => s.Type() != StatusType.Settled && s != ComplaintStatus.NeedsInformation).Select(s => $"next.{Codes.Of(s)}"));

        // Act, Assert
        Assert.All(needed, key => Assert.True(book.Has("id", key) && book.Has("en", key), key));
    }

    [Theory]
    [InlineData("id")]
    [InlineData("en")]
    [InlineData("su")]
    [InlineData("jv")]
    public void What_residents_read_of_a_status_names_no_rank_and_no_jurisdiction(string language)
    {
        // Arrange
        var book = PhraseBook.Load(typeof(PhraseBook).Assembly, typeof(BotServices).Assembly);

        // Act, Assert
        Assert.All(Enum.GetValues<ComplaintStatus>(), status => Assert.DoesNotMatch(
            "(?i)supervisor|mana[jg]er|instansi|kewenangan|authority|pelapor|ditolak|rejected", book.Get(language, $"told.{Codes.Of(status)}")));
    }

    [Fact]
    public void A_key_says_which_word_and_which_complaint()
    {
        // Arrange
        var reference = ReferenceCode.From(4711);

        // Act, Assert
        Assert.Equal(("history", reference), Read(AboutComplaint.Key("history", reference)));
        Assert.Equal(("history", null), Read("history"));
        Assert.Equal(("village.32.04.37.2001", null), Read("village.32.04.37.2001"));
        static (string Word, string? Reference) Read(string key) => (AboutComplaint.WordOf(key), AboutComplaint.ReferenceIn(key));
    }
}
