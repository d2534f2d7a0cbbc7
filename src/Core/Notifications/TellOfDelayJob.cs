using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Jobs;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Phrases;

namespace SlrtBot.Core.Notifications;

/// <summary>
/// A delay is told before it happens: on the promised day itself, from noon, while there is no answer. Nobody has to find out
/// by waiting in vain.
/// </summary>
public sealed class TellOfDelayJob(DueRows rows) : IScheduledJob
{
    public Task<JobCount> RunAsync(CancellationToken cancellationToken) => rows.TakeAsync<TellOfDelay>(
        "delays", Due, (act, id, by, cancel) => act.DoAsync(id, by, cancel), cancellationToken);

    internal static IQueryable<Guid> Due(SlrtDbContext db, DateTime now)
    {
        // The easternmost zone's day is the latest; TellOfDelay looks at each area's own.
        var latest = DateOnly.FromDateTime(now.AddHours(9));
        return db.Complaints
            .Where(c => c.StatusType == StatusType.Open && !c.IsOverdue && c.PromiseOn <= latest && (c.DelayToldOn == null || c.DelayToldOn < c.PromiseOn))
            .OrderBy(c => c.PromiseOn).Select(c => c.Id);
    }
}

/// <summary>Tells one resident that the answer may come later than promised, once per promised day, in every chat that hears of it.</summary>
public sealed class TellOfDelay(
    SlrtDbContext db, Outbox outbox, HearingChats chats, NoticeTime noticeTime, NoticeLimits limits, AreaCatalogue areas, PhraseBook phrases, AuditTrail audit)
{
    private const int Noon = 12;

    /// <returns>False where it is not that day, not noon yet, or nobody hears of it.</returns>
    public async Task<Outcome<bool>> DoAsync(Guid complaintId, Provenance by, CancellationToken cancellationToken)
    {
        var complaint = await db.Complaints.SingleAsync(c => c.Id == complaintId, cancellationToken);
        var local = TimeZoneInfo.ConvertTimeFromUtc(by.At, areas.ZoneOf(complaint.VillageCode));
        var today = DateOnly.FromDateTime(local);
        if (complaint.StatusType != StatusType.Open || complaint.PromiseOn > today || (complaint.PromiseOn == today && local.Hour < Noon))
        {
            return false;
        }

        complaint.NoteDelayTold();
        var told = false;
        // Afterwards the promise is broken, and there is another word for that.
        foreach (var chat in complaint.PromiseOn == today ? await chats.OfAsync(complaint, cancellationToken) : [])
        {
            if (await limits.NextAsync(chat.Conversation, complaint, by.At, cancellationToken) is null)
            {
                Tell(chat, complaint, by);
                told = true;
            }
        }

        if (told)
        {
            audit.Record(by, "resident.told_of_delay", "complaint", complaint.Id, new { promise = complaint.PromiseOn });
        }

        return told;
    }

    private void Tell(HearingChat chat, Complaint complaint, Provenance by)
    {
        var words = phrases.Get(
            chat.Conversation.Language, chat.ReadsAll ? "notice.delay" : "notice.neutral",
            ("reference", complaint.Reference), ("status", phrases.Get(chat.Conversation.Language, $"told.{Codes.Of(complaint.Status)}")));
        outbox.Enqueue(
            chat.Conversation, new MessageContent(words) { Reference = complaint.Reference }, OutboundKind.Notice,
            $"delay:{complaint.Id:N}:{complaint.PromiseOn:yyyyMMdd}{chat.KeyEnd}", by.At, noticeTime.For(chat.Conversation, complaint.VillageCode, by.At), complaint.Id);
    }
}
