using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Complaints.Representatives;
using SlrtBot.Core.Complaints.Sheets;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Jobs;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Referrals;
using SlrtBot.Core.Sealing;
using SlrtBot.Core.Staff;
using SlrtBot.Core.Talks;
using SlrtBot.Core.Visits;

namespace SlrtBot.TestKit.Conversations;

/// <summary>What happens in the office while a script is played: staff move complaints, days pass, jobs run.</summary>
public static class OfficeScript
{
    private static readonly StaffScope Everyone = new(
        SequentialId.Next(DateTime.UnixEpoch), "Dian", true, [.. Enum.GetValues<Role>().Where(r => r != Role.Administrator).Select(r => (r, "32.04"))]);

    /// <summary>Nobody approves their own report.</summary>
    private static readonly StaffScope Approver = TestData.Staff(Role.Manager);

    /// <summary>The first complaint of the database takes these moves; those of the field with a visit behind them.</summary>
    public static async Task MovesAsync(this ConversationScript chat, params string[] verbs)
    {
        foreach (var verb in verbs)
        {
            var complaint = await chat.FirstComplaintAsync();
            var refusals = await OfVisitAsync(chat.Database, complaint, verb)
                ?? (await chat.Database.MoveAsync(complaint, verb, Everyone, "Kata petugas.", "Catatan.", "other")).Refusals;
            if (refusals.Count > 0)
            {
                throw new InvalidOperationException($"{complaint.Status} -{verb}-> {refusals[0].Code}");
            }
        }
    }

    /// <returns>Null for a verb that no visit takes.</returns>
    private static async Task<IReadOnlyList<Refusal>?> OfVisitAsync(TestDatabase database, Complaint complaint, string verb)
    {
        var visit = await database.ReadAsync(db => db.Visits.SingleOrDefaultAsync(v => v.ComplaintId == complaint.Id && v.IsRunning));
        switch (verb)
        {
            case ComplaintWorkflow.BeginVisit:
                return (await database.PlanAsync(complaint, Everyone)).Refusals;
            case ComplaintWorkflow.ReportVisit:
                visit ??= (await database.PlanAsync(complaint, Everyone)).Value;
                await database.FillAsync(visit, Everyone);
                return (await database.SendAsync(visit, Everyone)).Refusals;
            case ComplaintWorkflow.ApproveVisit:
                return (await database.DecideAsync(visit!, Approver, VisitWorkflow.Approve)).Refusals;
            case ComplaintWorkflow.ReturnToField:
                return (await database.DecideAsync(visit!, Approver, VisitWorkflow.Return, "Catatan.", "incomplete")).Refusals;
            default:
                return null;
        }
    }

    /// <summary>The first complaint goes to a partner of that name.</summary>
    public static async Task ReferAsync(this ConversationScript chat, string partner, DateOnly dueOn)
    {
        var complaint = await chat.FirstComplaintAsync();
        var to = await chat.Database.PartnerAsync(partner);
        await chat.Database.AnalyseAsync(complaint);
        var input = new ReferComplaintInput(
            SequentialId.Next(chat.Database.Clock.UtcNow), complaint.Id, complaint.Version, to.Id, null, "Mohon dibantu.", dueOn, "chat")
        { Grounds = "Sesuai program." };
        var by = Provenance.Staff(Everyone.StaffId, chat.Database.Clock.UtcNow);
        await chat.Database.Units.RunAsync<ReferComplaint, Referral>((act, ct) => act.DoAsync(input, Everyone, by, ct), default);
    }

    /// <summary>The first complaint is reviewed, goes to a partner, and the partner answers.</summary>
    public static async Task IsAnsweredAsync(this ConversationScript chat)
    {
        await chat.MovesAsync("review");
        await chat.ReferAsync("PKBM", DateOnly.FromDateTime(chat.Database.Clock.UtcNow).AddDays(10));
        await chat.PartnerAnswersAsync();
    }

    /// <summary>Staff record what the partner of the newest referral answered.</summary>
    public static async Task PartnerAnswersAsync(this ConversationScript chat)
    {
        var referral = await chat.Database.ReadAsync(db => db.Referrals.OrderByDescending(r => r.Id).FirstAsync());
        var input = new AnswerReferralInput(referral.Id, referral.Version, "answer", "Bantuan dikirim minggu ini.", null);
        var by = Provenance.Staff(Everyone.StaffId, chat.Database.Clock.UtcNow);
        await chat.Database.Units.RunAsync<AnswerReferral, Referral>((act, ct) => act.DoAsync(input, Everyone, by, ct), default);
    }

    /// <summary>Staff ask the resident about the complaint of that number.</summary>
    public static async Task AskAsync(this ConversationScript chat, string reference, string question)
    {
        var complaint = await chat.ComplaintAsync(reference);
        var outcome = await chat.Database.MoveAsync(complaint, "ask_resident", Everyone, question, null, null);
        if (!outcome.Succeeded)
        {
            throw new InvalidOperationException($"{complaint.Status} is not asked: {outcome.Refusals[0].Code}");
        }
    }

    /// <summary>Staff make a slip for the first complaint, and another chat joins by it; from here on that chat writes.</summary>
    public static async Task JoinAsync(this ConversationScript chat, Relation relation, ConsentWay? way = null, string address = "chat2")
    {
        var input = new MakeSlipInput((await chat.FirstComplaintAsync()).Id, relation, "Entin", way);
        var by = Provenance.Staff(Everyone.StaffId, chat.Database.Clock.UtcNow);
        var slip = await chat.Database.Units.RunAsync<MakeSlip, Slip>((act, ct) => act.DoAsync(input, Everyone, by, ct), default);
        chat.ComesFrom(address);
        await chat.PlayAsync($"> kode {slip.Value.Code}\n< terhubung");
    }

    public static Task<Complaint> ComplaintAsync(this ConversationScript chat, string reference) =>
        chat.Database.ReadAsync(db => db.Complaints.SingleAsync(c => c.Reference == reference));

    /// <summary>Newest last.</summary>
    public static Task<List<string>> ReferencesAsync(this ConversationScript chat) =>
        chat.Database.ReadAsync(db => db.Complaints.OrderBy(c => c.Id).Select(c => c.Reference).ToListAsync());

    /// <summary>The words of the resident in the thread of a complaint, oldest first, as staff read them.</summary>
    public static async Task<IReadOnlyList<string>> ThreadAsync(this ConversationScript chat, string reference) =>
        [.. (await chat.SheetThreadAsync(reference)).Select(m => m.Text)];

    /// <summary>The messages of the resident in the thread of a complaint, oldest first, as staff read them.</summary>
    public static async Task<IReadOnlyList<SheetMessage>> SheetThreadAsync(this ConversationScript chat, string reference)
    {
        await using var scope = chat.Database.Services.CreateAsyncScope();
        var sheet = await scope.ServiceProvider.GetRequiredService<ComplaintSheets>().FindAsync(reference, Everyone, CancellationToken.None);
        var by = Provenance.Staff(Everyone.StaffId, chat.Database.Clock.UtcNow);
        var shown = await scope.ServiceProvider.GetRequiredService<Views>().ShowAsync(sheet!, by, CancellationToken.None);
        return [.. shown.Thread.Where(m => m.Speaker == Speaker.Resident)];
    }

    /// <summary>The card of the newest emergency, as staff read it.</summary>
    public static async Task<AlarmCard> AlarmCardAsync(this ConversationScript chat)
    {
        var id = await chat.Database.ReadAsync(db => db.Talks.OrderByDescending(t => t.Id).Select(t => t.ConversationId).FirstAsync());
        await using var scope = chat.Database.Services.CreateAsyncScope();
        var sheet = await scope.ServiceProvider.GetRequiredService<TalkQueries>().FindAsync(id, Everyone, CancellationToken.None);
        var by = Provenance.Staff(Everyone.StaffId, chat.Database.Clock.UtcNow);
        return (await scope.ServiceProvider.GetRequiredService<Views>().ShowAsync(sheet!, by, CancellationToken.None)).Alarm!;
    }

    public static Task<Complaint> FirstComplaintAsync(this ConversationScript chat) =>
        chat.Database.ReadAsync(db => db.Complaints.OrderBy(c => c.Id).FirstAsync());

    public static async Task<string> FirstReferenceAsync(this ConversationScript chat) => (await chat.FirstComplaintAsync()).Reference;

    public static void DaysPass(this ConversationScript chat, int days) => chat.Database.Clock.Advance(TimeSpan.FromDays(days));

    public static Task RunAsync(this ConversationScript chat, string job) =>
        chat.Database.Services.GetRequiredService<JobRunner>().RunAsync(job, CancellationToken.None);

    /// <summary>The unasked messages so far, oldest first, with their rows.</summary>
    public static async Task<IReadOnlyList<(OutboundMessage Row, MessageContent Content)>> NoticesAsync(this ConversationScript chat)
    {
        var cipher = chat.Database.Services.GetRequiredService<FieldCipher>();
        var rows = await chat.Database.ReadAsync(db => db.OutboundMessages
            .Where(m => m.Kind == OutboundKind.Notice).OrderBy(m => m.Id).ToListAsync());
        return [.. rows.Select(m => (m, cipher.OpenBody(m.Body, m.Id)))];
    }
}
