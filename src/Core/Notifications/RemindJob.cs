using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Jobs;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Phrases;

namespace SlrtBot.Core.Notifications;

/// <summary>
/// Tells residents with unsettled complaints where they stand, after days of silence. Each due complaint is taken by
/// itself: loaded again, checked again, so that a person who has just written is left in peace.
/// </summary>
public sealed class RemindJob(DueRows rows) : IScheduledJob
{
    public Task<JobCount> RunAsync(CancellationToken cancellationToken) => rows.TakeAsync<RemindResident>(
        "remind", Due, (act, id, by, cancel) => act.DoAsync(id, by, cancel), cancellationToken);

    internal static IQueryable<Guid> Due(SlrtDbContext db, DateTime now) =>
        db.Complaints.Where(c => c.RemindAt != null && c.RemindAt <= now).OrderBy(c => c.RemindAt).Select(c => c.Id);
}

/// <summary>One reminder of one complaint, in every chat that hears of it and has been silent for so long.</summary>
public sealed class RemindResident(
    SlrtDbContext db, Outbox outbox, HearingChats chats, NoticeTime noticeTime, NoticeLimits limits, ReminderOptions options,
    PhraseBook phrases, AuditTrail audit)
{
    private const string Key = "remind:";

    /// <returns>False when nothing was due after all.</returns>
    public async Task<Outcome<bool>> DoAsync(Guid complaintId, Provenance by, CancellationToken cancellationToken)
    {
        var complaint = await db.Complaints.SingleAsync(c => c.Id == complaintId, cancellationToken);
        if (complaint.RemindAt is not { } due || due > by.At)
        {
            return false;
        }

        complaint.RemindNextAt(null);
        if (complaint.StatusType == StatusType.Settled)
        {
            return false;
        }

        var reminded = false;
        foreach (var chat in await chats.OfAsync(complaint, cancellationToken))
        {
            var next = await NextAsync(chat.Conversation, complaint, by.At, cancellationToken);
            if (next is null)
            {
                Remind(chat, complaint, due, by);
                reminded = true;
                next = by.At.AddDays(options.IntervalDays);
            }

            complaint.RemindNextAt(complaint.RemindAt < next ? complaint.RemindAt : next);
        }

        return reminded;
    }

    private void Remind(HearingChat chat, Complaint complaint, DateTime due, Provenance by)
    {
        outbox.Enqueue(
            chat.Conversation, new MessageContent(Words(chat.Conversation.Language, complaint, chat.ReadsAll)) { Reference = complaint.Reference },
            OutboundKind.Notice, $"{Key}{complaint.Id:N}:{due:yyyyMMdd}{chat.KeyEnd}", by.At,
            noticeTime.For(chat.Conversation, complaint.VillageCode, by.At), complaint.Id);
        audit.Record(by, "resident.reminded", "complaint", complaint.Id);
    }

    /// <returns>UTC; null where the chat is to be reminded now.</returns>
    private async Task<DateTime?> NextAsync(Conversation conversation, Complaint complaint, DateTime now, CancellationToken cancellationToken)
    {
        var last = await db.OutboundMessages
            .Where(m => m.ComplaintId == complaint.Id && m.ConversationId == conversation.Id && m.DedupeKey.StartsWith(Key))
            .MaxAsync(m => (DateTime?)m.CreatedAt, cancellationToken);
        var silentUntil = Later(Later(conversation.LastInboundAt, complaint.MovedAt), last ?? default).AddDays(options.IntervalDays);
        if (silentUntil > now)
        {
            return silentUntil;
        }

        // A reminder never breaks into a form that is being filled in.
        return conversation.Dialog is not null && now - conversation.LastInboundAt < TimeSpan.FromDays(1)
            ? now.AddDays(1)
            : await limits.NextAsync(conversation, complaint, now, cancellationToken);
    }

    private string Words(string language, Complaint complaint, bool readsAll)
    {
        var status = Codes.Of(complaint.Status);
        return phrases.Get(
            language, readsAll ? "notice.reminder" : "notice.neutral",
            ("reference", complaint.Reference), ("status", phrases.Get(language, readsAll ? $"status.{status}.resident" : $"told.{status}")));
    }

    private static DateTime Later(DateTime a, DateTime b) => a > b ? a : b;
}
