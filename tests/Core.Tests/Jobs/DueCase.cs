using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Core.Jobs;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Staff;
using SlrtBot.Core.Talks;
using SlrtBot.TestKit;

namespace SlrtBot.Core.Tests.Jobs;

/// <summary>For each job that walks due rows: how one comes to be, when it is due, what spoils it, and how it looks when it was handled.</summary>
internal sealed record DueCase(
    Func<TestDatabase, string, Task<Guid>> MakeAsync, TimeSpan After, string Spoil, string Mend, string Handled)
{
    private const string SpoilChat = "update conversation set key_word = @p1 where id = ";
    private const string MendChat = "update conversation set key_word = null where id = ";
    private const string OfComplaint = "(select conversation_id from complaint where id = @p0)";
    private const string SpoilTalk = "update talk set danger = 'spoilt' where id = @p0";
    private const string MendTalk = "update talk set danger = null where id = @p0";

    private static readonly StaffScope Analyst = TestData.Staff(Role.Analyst);

    public static IReadOnlyDictionary<string, DueCase> OfJob { get; } = new Dictionary<string, DueCase>
    {
        ["remind"] = new(
            LodgedAsync, TimeSpan.FromDays(8), SpoilChat + OfComplaint, MendChat + OfComplaint,
            "select count(*) from outbound_message where complaint_id = @p0 and dedupe_key like 'remind:%'"),
        ["ask-received"] = new(
            ServedAsync, TimeSpan.FromDays(4), SpoilChat + OfComplaint, MendChat + OfComplaint,
            "select count(*) from outbound_message where complaint_id = @p0 and dedupe_key like 'received:%'"),
        ["drafts"] = new(
            DraftedAsync, TimeSpan.FromHours(25), SpoilChat + "@p0", MendChat + "@p0",
            "select count(*) from outbound_message where conversation_id = @p0 and dedupe_key like 'draft:%'"),
        ["overdue"] = new(
            LodgedAsync, TimeSpan.FromDays(60), "update complaint set kind = 'spoilt' where id = @p0",
            "update complaint set kind = 'complaint' where id = @p0", "select count(*) from complaint where id = @p0 and is_overdue"),
        ["at-risk"] = new(
            LodgedAsync, TimeSpan.FromDays(4), "update complaint set kind = 'spoilt' where id = @p0",
            "update complaint set kind = 'complaint' where id = @p0", "select count(*) from complaint where id = @p0 and is_at_risk"),
        ["recount"] = new(
            CountedOtherwiseAsync, TimeSpan.Zero, "update complaint set kind = 'spoilt' where id = @p0",
            "update complaint set kind = 'complaint' where id = @p0", "select count(*) from complaint where id = @p0 and promise_calendar <> 'before'"),
        ["end-idle-handovers"] = new(
            (database, address) => TalkAsync(database, address, TalkState.Active), TimeSpan.FromHours(2), SpoilTalk, MendTalk,
            "select count(*) from talk where id = @p0 and state = 'ended'"),
        ["waiting-talks"] = new(
            (database, address) => TalkAsync(database, address, TalkState.Requested), TimeSpan.FromMinutes(20), SpoilTalk, MendTalk,
            "select count(*) from talk where id = @p0 and alerted_at > requested_at"),
        ["alarm-reach"] = new(
            (database, address) => TalkAsync(database, address, TalkState.Requested), TimeSpan.FromMinutes(5), SpoilTalk, MendTalk,
            "select count(*) from talk where id = @p0 and unreached_told_at is not null"),
        ["forget-alarms"] = new(
            ForgottenAsync, TimeSpan.FromDays(91), SpoilTalk, MendTalk, "select count(*) from talk where id = @p0 and forget_at is null"),
        ["index-numbers"] = new(
            NumberedAsync, TimeSpan.Zero, "update complaint set kind = 'spoilt' where id = @p0", "update complaint set kind = 'complaint' where id = @p0",
            "select count(*) from complaint where id = @p0 and national_id_tail is not null"),
    };

    public Task<int> SpoilAsync(TestDatabase database, Guid id) => database.Gate.ExecuteAsync(
        g => Spoil.Contains("@p1", StringComparison.Ordinal) ? g.ExecuteAsync(Spoil, id, new byte[] { 1, 2, 3 }) : g.ExecuteAsync(Spoil, id), default);

    public Task<int> MendAsync(TestDatabase database, Guid id) => database.Gate.ExecuteAsync(g => g.ExecuteAsync(Mend, id), default);

    public async Task<bool> IsHandledAsync(TestDatabase database, Guid id) =>
        (await database.Gate.ExecuteAsync(g => g.QueryAsync(Handled, row => row.GetInt64(0), id), default)).Single() > 0;

    public static Task RunAsync(TestDatabase database, string job) =>
        database.Services.GetRequiredService<JobRunner>().RunAsync(job, CancellationToken.None);

    private static async Task<Guid> LodgedAsync(TestDatabase database, string address)
    {
        var conversation = await database.ConversationAsync(address: address);
        return (await database.LodgeAsync(TestData.Story(conversation.Id) with { DraftId = SequentialId.Next(database.Clock.UtcNow) })).Id;
    }

    private static async Task<Guid> CountedOtherwiseAsync(TestDatabase database, string address)
    {
        var id = await LodgedAsync(database, address);
        await database.Gate.ExecuteAsync(g => g.ExecuteAsync("update complaint set promise_calendar = 'before' where id = @p0", id), default);
        return id;
    }

    private static async Task<Guid> NumberedAsync(TestDatabase database, string address)
    {
        var conversation = await database.ConversationAsync(address: address);
        var input = TestData.Story(conversation.Id) with { DraftId = SequentialId.Next(database.Clock.UtcNow), NationalId = "3204374506780012" };
        var id = (await database.LodgeAsync(input)).Id;
        await database.Gate.ExecuteAsync(g => g.ExecuteAsync("update complaint set national_id_tail = null where id = @p0", id), default);
        return id;
    }

    private static async Task<Guid> ServedAsync(TestDatabase database, string address)
    {
        var id = await LodgedAsync(database, address);
        var complaint = await database.ReadAsync(db => db.Complaints.SingleAsync(c => c.Id == id));
        await database.MoveAsync(complaint, "review", Analyst);
        await database.MoveAsync(complaint, "serve_directly", Analyst, message: "Sudah diantar.");
        return id;
    }

    private static async Task<Guid> DraftedAsync(TestDatabase database, string address)
    {
        var conversation = await database.ConversationAsync(address: address);
        var due = database.Clock.UtcNow.AddDays(1);
        await database.Gate.ExecuteAsync(
            g => g.ExecuteAsync(
                "update conversation set draft_id = @p1, draft_due_at = @p2 where id = @p0", conversation.Id, SequentialId.Next(due), due),
            default);
        return conversation.Id;
    }

    private static async Task<Guid> ForgottenAsync(TestDatabase database, string address)
    {
        var id = await TalkAsync(database, address, TalkState.Ended);
        await database.Gate.ExecuteAsync(
            g => g.ExecuteAsync("update talk set forget_at = @p1 where id = @p0", id, database.Clock.UtcNow.AddDays(90)), default);
        return id;
    }

    private static async Task<Guid> TalkAsync(TestDatabase database, string address, TalkState state)
    {
        var conversation = await database.ConversationAsync(address: address);
        var now = database.Clock.UtcNow;
        var talk = new Talk
        {
            Id = SequentialId.Next(now),
            ConversationId = conversation.Id,
            RegencyCode = "32.04",
            IsSensitive = false,
            Priority = TalkPriority.Emergency,
            State = state,
            RequestedAt = now,
            AlertedAt = now,
            LastActivityAt = now,
        };
        await database.AddAsync(talk);
        return talk.Id;
    }
}
