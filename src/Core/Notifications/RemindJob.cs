using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Jobs;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Core.Notifications;

/// <summary>
/// Tells residents with unsettled complaints where they stand, after days of silence. Each due complaint is taken by
/// itself: loaded again, checked again, so that a person who has just written is left in peace.
/// </summary>
public sealed class RemindJob(ISlrtDatabase database, UnitOfWork units, TimeProvider clock) : IScheduledJob
{
    private const int Most = 500;

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        List<Guid> due;
        await using (var context = database.NewContext())
        {
            due = await context.Complaints.Where(c => c.RemindAt != null && c.RemindAt <= now)
                .OrderBy(c => c.RemindAt).Take(Most).Select(c => c.Id).ToListAsync(cancellationToken);
        }

        var reminded = 0;
        foreach (var id in due)
        {
            var outcome = await units.RunAsync<RemindResident, bool>((act, ct) => act.DoAsync(id, Provenance.Job("remind", now), ct), cancellationToken);
            reminded += outcome.Value ? 1 : 0;
        }

        return reminded;
    }
}

/// <summary>One reminder of one complaint.</summary>
public sealed class RemindResident(
    SlrtDbContext db, Outbox outbox, RepresentativeQueries representatives, NoticeTime noticeTime, NoticeLimits limits, ReminderOptions options,
    PhraseBook phrases, AuditTrail audit)
{
    /// <returns>False when nothing was due after all.</returns>
    public async Task<Outcome<bool>> DoAsync(Guid complaintId, Provenance by, CancellationToken cancellationToken)
    {
        var complaint = await db.Complaints.SingleAsync(c => c.Id == complaintId, cancellationToken);
        if (complaint.RemindAt is null || complaint.RemindAt > by.At)
        {
            return false;
        }

        var conversation = await db.Conversations.SingleOrDefaultAsync(c => c.Id == complaint.ConversationId, cancellationToken);
        var interval = TimeSpan.FromDays(options.IntervalDays);
        if (conversation is null or { NoticesStoppedAt: not null } || complaint.StatusType == StatusType.Settled)
        {
            complaint.RemindAt = null;
            return false;
        }

        var quietSince = Later(conversation.LastInboundAt, complaint.MovedAt);
        if (quietSince + interval > by.At)
        {
            complaint.RemindAt = quietSince + interval;
            return false;
        }

        // A reminder never breaks into a form that is being filled in.
        if (conversation.Dialog is not null && by.At - conversation.LastInboundAt < TimeSpan.FromDays(1))
        {
            complaint.RemindAt = by.At.AddDays(1);
            return false;
        }

        if (await limits.NextAsync(conversation, complaint, by.At, cancellationToken) is { } later)
        {
            complaint.RemindAt = later;
            return false;
        }

        var due = complaint.RemindAt.Value;
        complaint.RemindAt = by.At + interval;
        var readsAll = await representatives.ReadsAllAsync(complaint, conversation.Id, cancellationToken);
        outbox.Enqueue(
            conversation, new MessageContent(Words(conversation.Language, complaint, readsAll)) { Reference = complaint.Reference }, OutboundKind.Notice,
            $"remind:{complaint.Id:N}:{due:yyyyMMdd}", by.At, noticeTime.For(conversation, complaint.VillageCode, by.At), complaint.Id);
        audit.Record(by, "resident.reminded", "complaint", complaint.Id);
        return true;
    }

    private string Words(string language, Complaint complaint, bool readsAll)
    {
        var status = $"status.{Codes.Of(complaint.Status)}";
        return phrases.Get(
            language, readsAll ? "notice.reminder" : "notice.neutral",
            ("reference", complaint.Reference), ("status", phrases.Get(language, readsAll ? $"{status}.resident" : status)));
    }

    private static DateTime Later(DateTime a, DateTime b) => a > b ? a : b;
}
