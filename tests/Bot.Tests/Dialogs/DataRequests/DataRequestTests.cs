using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Complaints.Representatives;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.DataRequests;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Sealing;
using SlrtBot.Core.Staff;
using SlrtBot.TestKit;
using SlrtBot.TestKit.Conversations;
using Xunit;

namespace SlrtBot.Bot.Tests.Dialogs.DataRequests;

/// <summary>What a person may ask about their own data (docs/domain.md): by a word in the chat, with a clock of three days.</summary>
public sealed class DataRequestTests
{
    private static readonly StaffScope Manager = TestData.Staff(Role.Manager);

    [Theory, OnSqlite]
    public async Task What_is_kept_is_told_at_once_in_plain_words(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToReceipt);

        // Act, Assert
        await chat.PlayAsync("> data saya\n< nama, nomor HP\n< Laporan: SLRT-\n< Izin:\n< hapus data\n<! Siti Aminah");
        Assert.Equal(DataRequestState.Done, Assert.Single(await RequestsAsync(chat)).State);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_is_kept_names_the_complaints_of_which_the_chat_hears_and_how_to_leave_them(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToReceipt);
        var complaint = await chat.FirstComplaintAsync();
        var slip = await chat.Database.Units.RunAsync<MakeSlip, Slip>(
            (act, ct) => act.DoAsync(
                new(complaint.Id, Relation.Self, "Entin", null), Manager, Provenance.Staff(Manager.StaffId, chat.Database.Clock.UtcNow), ct), default);
        chat.ComesFrom("chat2");
        await chat.PlayAsync($"> kode {slip.Value.Code}\n< terhubung");

        // Act
        await chat.PlayAsync(
            $"""
            > data saya
            < Tentang Anda: nama
            < Laporan: belum ada
            < juga menerima kabar laporan yang tidak dikirim dari sini:
            < Sekolah {complaint.Reference}: karena Anda orang yang dibantu
            < tulis «lepaskan laporan».
            <! Entin
            """);

        // Assert
        var request = Assert.Single(await RequestsAsync(chat));
        Assert.Equal((DataRequestKind.Access, DataRequestState.Done, complaint.VillageCode), (request.Kind, request.State, request.VillageCode));
        var row = await StaffReadAsync(chat, request);
        Assert.Equal([(complaint.Reference, Relation.Self)], row!.Joined);
        Assert.Empty(row.References);
        Assert.Contains("rights.done", await chat.Database.ReadAsync(db => db.AuditActs.Where(a => a.SubjectId == request.Id).Select(a => a.Verb).ToListAsync()));
        await chat.PlayAsync("> lepaskan laporan\n< tidak terhubung lagi\n> data saya\n<! juga menerima kabar");
        Assert.Empty((await StaffReadAsync(chat, request))!.Joined);
    }

    [Theory, OnSqlite]
    public async Task Without_consent_what_it_is_about_stays_unsaid(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToReceipt);
        var complaint = await chat.FirstComplaintAsync();
        var slip = await chat.Database.Units.RunAsync<MakeSlip, Slip>(
            (act, ct) => act.DoAsync(
                new(complaint.Id, Relation.Neighbour, null, null), Manager, Provenance.Staff(Manager.StaffId, chat.Database.Clock.UtcNow), ct), default);
        chat.ComesFrom("chat2");
        await chat.PlayAsync($"> kode {slip.Value.Code}");

        // Act, Assert
        await chat.PlayAsync($"> data saya\n< Laporan {complaint.Reference}: karena Anda tetangganya\n<! Sekolah\n<! Tentang Anda");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_correction_is_opened_once_with_its_words_and_is_due_in_three_days_holidays_included(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);

        // Act
        await chat.PlayAsync("> perbaiki nama saya Siti Amanah\n< paling lambat\n> perbaiki data\n< paling lambat");

        // Assert
        var request = Assert.Single(await RequestsAsync(chat));
        Assert.Equal((DataRequestKind.Correct, TimeSpan.FromHours(72)), (request.Kind, request.DueAt - request.OpenedAt));
        Assert.Equal("nama saya Siti Amanah", chat.Database.Services.GetRequiredService<FieldCipher>().Open(request.Words!, new("rights_request"), request.Id, "words"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Erasing_is_asked_twice_and_then_empties_all_that_names_the_person(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToReceipt);

        // Act
        await chat.PlayAsync("> hapus data\n< Masih ada laporan yang dikerjakan.\n> [Tidak, jangan hapus]\n< tidak ada yang dihapus\n> hapus data\n> ga jadi\n< tidak ada yang dihapus\n> hapus data\n> ya\n< Permintaan hapus data sudah dicatat.");
        var outcome = await AnswerAsync(chat, Assert.Single(await RequestsAsync(chat)), grant: true, null);

        // Assert
        Assert.True(outcome.Succeeded);
        var cipher = chat.Database.Services.GetRequiredService<FieldCipher>();
        var complaint = await chat.Database.ReadAsync(db => db.Complaints.SingleAsync());
        Assert.Equal((ComplaintStatus.Withdrawn, string.Empty), (complaint.Status, cipher.Open(complaint.Story, new("complaint"), complaint.Id, "story")));
        Assert.Null(complaint.ReporterName ?? complaint.Phone ?? complaint.NationalId ?? complaint.Address);
        Assert.Null(complaint.PhoneIndex);
        Assert.Equal(0, await chat.Database.ReadAsync(db => db.ComplaintWords.CountAsync()));
        Assert.Equal(0, await chat.Database.ReadAsync(db => db.InboundMessages.CountAsync(m => m.Text != null || m.Payload != null)));
        Assert.Equal(0, await chat.Database.ReadAsync(db => db.StoredFiles.CountAsync()));
        Assert.Null((await chat.Database.ReadAsync(db => db.Conversations.SingleAsync())).ConsentAt);
        var said = await chat.Database.SaidAsync(complaint.ConversationId!.Value);
        Assert.Contains(said, s => s.Contains("sudah dihapus", StringComparison.Ordinal));
        Assert.DoesNotContain(said, s => s.Contains("Siti Aminah", StringComparison.Ordinal));
    }

    [Theory, OnSqlite]
    public async Task A_refusal_needs_a_reason_that_the_person_reads(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync("> hapus data\n> ya hapus");
        var request = Assert.Single(await RequestsAsync(chat));

        // Act
        var bare = await AnswerAsync(chat, request, grant: false, " ");
        var reasoned = await AnswerAsync(chat, request, grant: false, "Laporan masih di dinas.");
        var twice = await AnswerAsync(chat, request, grant: true, null);

        // Assert
        Assert.Equal("required", bare.Refusals[0].Code);
        Assert.True(reasoned.Succeeded);
        Assert.Equal("already_done", twice.Refusals[0].Code);
        Assert.Contains("Laporan masih di dinas.", (await chat.Database.SaidAsync(request.ConversationId))[^1], StringComparison.Ordinal);
    }

    [Theory, OnSqlite]
    public async Task Withdrawing_the_consent_takes_effect_at_once_and_staff_see_it(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToReceipt);

        // Act
        await chat.PlayAsync("> cabut izin\n< Izin Anda sudah dicabut");

        // Assert
        Assert.Null((await chat.Database.ReadAsync(db => db.Conversations.SingleAsync())).ConsentAt);
        Assert.Equal((DataRequestKind.Withdraw, DataRequestState.Open), ((await RequestsAsync(chat)).Single().Kind, (await RequestsAsync(chat)).Single().State));
    }

    [Theory, OnSqlite]
    public async Task Who_wants_no_news_gets_none_but_questions_until_they_want_it_again(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);
        await chat.PlayAsync(Paths.ToReceipt);
        var complaint = await chat.Database.ReadAsync(db => db.Complaints.SingleAsync());

        // Act
        await chat.PlayAsync("> /berhenti\n< saya tidak mengirim kabar lagi");
        await chat.Database.MoveAsync(complaint, "review", Manager);
        var quiet = await NoticesAsync(chat);
        await chat.Database.MoveAsync(complaint, "ask_resident", Manager, message: "Sejak bulan apa?");
        var asked = await NoticesAsync(chat);
        await chat.PlayAsync("> kabari lagi\n< akan menerima kabar lagi");

        // Assert
        Assert.Equal([OutboundState.Cancelled], quiet);
        Assert.Equal([OutboundState.Cancelled, OutboundState.Due], asked);
        Assert.Null((await chat.Database.ReadAsync(db => db.Conversations.SingleAsync())).NoticesStoppedAt);
    }

    [Theory, OnSqlite]
    public async Task In_the_middle_of_a_form_stop_means_the_form(DatabaseProvider provider)
    {
        // Arrange
        await using var chat = await ConversationScript.BeginAsync(provider);

        // Act, Assert
        await chat.PlayAsync("> lapor\n> setuju\n> berhenti\n< dibatalkan");
        Assert.Null((await chat.Database.ReadAsync(db => db.Conversations.SingleAsync())).NoticesStoppedAt);
    }

    private static async Task<DataRequestRow?> StaffReadAsync(ConversationScript chat, DataRequest request)
    {
        await using var scope = chat.Database.Services.CreateAsyncScope();
        var found = await scope.ServiceProvider.GetRequiredService<DataRequestQueries>().FindAsync(request.Id, Manager, CancellationToken.None);
        var by = Provenance.Staff(Manager.StaffId, chat.Database.Clock.UtcNow);
        return found is null ? null : await scope.ServiceProvider.GetRequiredService<Views>().ShowAsync(found, by, CancellationToken.None);
    }

    private static Task<List<DataRequest>> RequestsAsync(ConversationScript chat) =>
        chat.Database.ReadAsync(db => db.DataRequests.AsNoTracking().ToListAsync());

    private static Task<List<OutboundState>> NoticesAsync(ConversationScript chat) => chat.Database.ReadAsync(db =>
        db.OutboundMessages.Where(m => m.DedupeKey.StartsWith("move:")).OrderBy(m => m.Id).Select(m => m.State).ToListAsync());

    private static Task<Outcome<DataRequest>> AnswerAsync(ConversationScript chat, DataRequest request, bool grant, string? answer) =>
        chat.Database.Units.RunAsync<AnswerRequest, DataRequest>(
            (act, cancel) => act.DoAsync(
                new(request.Id, request.Version, grant, answer), Manager, Provenance.Staff(Manager.StaffId, chat.Database.Clock.UtcNow), cancel),
            CancellationToken.None);
}
