using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Bot.Dialogs.Complaints;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Complaints.Representatives;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Phrases;
using SlrtBot.Core.Sealing;
using SlrtBot.Core.Staff;
using SlrtBot.TestKit;
using SlrtBot.TestKit.Conversations;
using Xunit;

namespace SlrtBot.Bot.Tests.Dialogs.Representatives;

/// <summary>Whoever speaks for somebody else hears as much as that person wants.</summary>
public sealed class RepresentativeTests
{
    private const string ToReceipt =
        """
        > lapor
        > setuju
        > tetangga
        < Siapa nama orang yang dibantu?
        > Mak Icih
        > sekolah
        > ijazah cucunya ditahan sekolah
        > selesai
        > Sadu
        > lewati
        > Euis, 0857 1234 5678
        < 1. Untuk: Tetangga saya (Mak Icih)
        > kirim
        < ✅ Laporan terkirim.
        < apakah orang yang dibantu setuju Anda menerima kabar
        """;

    private static readonly StaffScope Manager = TestData.Staff(Role.Manager);

    [Theory, OnSqlite, OnPostgres]
    public async Task A_neighbour_whose_person_agrees_hears_all_of_it(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(ToReceipt);

        // Act
        await chat.PlayAsync(
            """
            > [Ya, beliau setuju]
            < Kabar lengkapnya Anda terima di sini.
            < Tidak ada lagi yang perlu Anda lakukan
            > cek
            < Sekarang di meja
            < Jawaban paling lambat
            > riwayat
            < laporan kami terima
            """);
        await chat.MovesAsync("review", "reject");

        // Assert
        Assert.Contains("Pesan petugas: Kata petugas.", (await chat.NoticesAsync())[^1].Content.Text, StringComparison.Ordinal);
        var complaint = await chat.FirstComplaintAsync();
        Assert.Equal(Subject.Neighbour, complaint.Subject);
        var row = await RowAsync(chat);
        Assert.Equal(
            (RepresentativeConsent.Yes, Relation.Neighbour, ConsentWay.Chat, ForOtherQuestion.Version, ActorKind.Resident),
            (row.Consent, row.Relation, row.Way, row.TextVersion, row.RecordedBy));
        Assert.Equal("Euis", chat.Database.Services.GetRequiredService<FieldCipher>().Open(row.Name!, new("complaint_representative"), row.Id, "name"));
        Assert.Equal(1, await chat.Database.ReadAsync(db => db.AuditActs.CountAsync(a => a.Verb == "consent.answered" && a.SubjectId == complaint.Id)));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Without_consent_there_is_the_status_word_and_nothing_more(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(ToReceipt);

        // Act
        await chat.PlayAsync(
            """
            > belum
            < Anda menerima kabar singkat
            > cek
            < Diterima.
            < Rinciannya baru bisa ditampilkan
            < [👍 Beliau setuju]
            <! meja
            > riwayat
            <! laporan kami terima
            """);
        await chat.MovesAsync("review", "reject");

        // Assert
        var reference = await chat.FirstReferenceAsync();
        Assert.All(await chat.NoticesAsync(), n => Assert.DoesNotContain("Kata petugas", n.Content.Text, StringComparison.Ordinal));
        Assert.StartsWith($"Laporan {reference}: Belum bisa dipenuhi.", (await chat.NoticesAsync())[^1].Content.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("alasan", (await chat.NoticesAsync())[^1].Content.Text, StringComparison.Ordinal);
        Assert.Equal(RepresentativeConsent.Pending, (await RowAsync(chat)).Consent);

        // Act: the person agrees later.
        await chat.PlayAsync($"> cek\n> [👍 Beliau setuju]\n< kabar lengkap tentang laporan {reference}\n> cek\n< belum bisa dipenuhi");

        // Assert
        Assert.Equal(RepresentativeConsent.Yes, (await RowAsync(chat)).Consent);
        await chat.PlayAsync("> beliau setuju\n< Tidak ada laporan yang menunggu persetujuan");
    }

    [Theory, OnSqlite]
    public async Task Who_does_not_answer_has_no_consent_and_may_go_on(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);

        // Act
        await chat.PlayAsync(ToReceipt);
        await chat.PlayAsync("> bahasa\n> lapor\n< Langkah 1 dari 6\n> batal\n> beliau setuju\n< kabar lengkap tentang laporan");

        // Assert
        Assert.Equal(RepresentativeConsent.Yes, (await RowAsync(chat)).Consent);
    }

    [Theory, OnSqlite]
    public async Task A_question_of_staff_reaches_the_reporter_and_is_answered(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(ToReceipt);
        await chat.MovesAsync("review", "ask_resident");

        // Act
        await chat.PlayAsync("> cek\n< Pertanyaan petugas: «Kata petugas.»\n> sejak bulan Mei\n< Jawaban Anda");

        // Assert
        Assert.Contains("Petugas bertanya: Kata petugas.", (await chat.NoticesAsync())[^1].Content.Text, StringComparison.Ordinal);
        Assert.Equal(ComplaintStatus.InReview, (await chat.FirstComplaintAsync()).Status);
    }

    [Theory, OnSqlite]
    public async Task What_staff_take_back_the_chat_cannot_give_itself(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(ToReceipt);
        await RecordAsync(chat, ConsentWay.Phone);
        await chat.PlayAsync("> cek\n< Sekarang di meja");

        // Act
        await RecordAsync(chat, null);

        // Assert
        await chat.PlayAsync("> cek\n<! meja\n> [👍 Beliau setuju]\n< sudah mencabut persetujuannya\n> cek\n<! meja");
        await RecordAsync(chat, ConsentWay.Visit);
        await chat.PlayAsync("> cek\n< Sekarang di meja");
        Assert.Equal(
            ["consent.recorded", "consent.withdrawn", "consent.recorded"],
            await chat.Database.ReadAsync(db => db.AuditActs.Where(a => a.Verb.StartsWith("consent.")).OrderBy(a => a.Id).Select(a => a.Verb).ToListAsync()));
    }

    [Theory, OnSqlite]
    public async Task The_reminder_and_the_card_keep_to_the_status_too(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(ToReceipt);
        chat.DaysPass(8);

        // Act
        await chat.RunAsync("remind");

        // Assert
        var reference = await chat.FirstReferenceAsync();
        Assert.StartsWith($"Laporan {reference}: Diterima.\n\nIni kabar singkat", (await chat.NoticesAsync())[^1].Content.Text, StringComparison.Ordinal);
    }

    [Theory, OnSqlite]
    public async Task Erasing_takes_the_representatives_name_and_what_was_written(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(ToReceipt);
        await chat.PlayAsync("> hapus data\n> ya");
        var request = await chat.Database.ReadAsync(db => db.DataRequests.SingleAsync());

        // Act
        await chat.Database.Units.RunAsync<Core.DataRequests.AnswerRequest, Core.DataRequests.DataRequest>(
            (act, ct) => act.DoAsync(new(request.Id, request.Version, true, null), Manager, Provenance.Staff(Manager.StaffId, chat.Database.Clock.UtcNow), ct), default);

        // Assert
        var row = await RowAsync(chat);
        Assert.Null(row.Name);
        Assert.NotNull(row.EndedAt);
    }

    [Theory, OnSqlite]
    public async Task In_English_the_question_is_English(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);

        // Act, Assert
        await chat.PlayAsync("> english");
        await chat.PlayAsync(
            """
            > report
            > yes
            > neighbour
            < What is the name
            > skip
            > school
            > The school keeps the diploma
            > that is all
            > Sadu
            > skip
            > Euis, 0857 1234 5678
            > send
            < does the person you help agree that you get news of this report?
            > Cannot be asked
            < you get brief news without details
            > check
            < Details can be shown here once the person you help has agreed.
            """);
        Assert.Equal(RepresentativeConsent.Incapable, (await RowAsync(chat)).Consent);
    }

    [Theory, OnSqlite]
    public async Task The_text_of_the_question_and_its_version_change_together(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        var book = chat.Database.Services.GetRequiredService<PhraseBook>();

        // Act
        var text = string.Concat(new[] { "id", "en" }.Select(l => book.Get(l, "ask.for_other", ("reference", "x"), ("date", "x"))));

        // Assert: a new text needs a new version, and then a new mark here.
        Assert.Equal(("2026-11", "b5dd9797c2b8"), (ForOtherQuestion.Version, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..12]));
    }

    private static Task<Representative> RowAsync(ConversationScript chat) =>
        chat.Database.ReadAsync(db => db.Representatives.SingleAsync());

    private static async Task RecordAsync(ConversationScript chat, ConsentWay? way)
    {
        var input = new RecordConsentInput((await chat.FirstComplaintAsync()).Id, (await RowAsync(chat)).Id, way);
        var outcome = await chat.Database.Units.RunAsync<RecordConsent, Representative>(
            (act, ct) => act.DoAsync(input, Manager, Provenance.Staff(Manager.StaffId, chat.Database.Clock.UtcNow), ct), default);
        Assert.True(outcome.Succeeded);
    }
}
