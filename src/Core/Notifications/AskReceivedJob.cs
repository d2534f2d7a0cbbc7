using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Complaints.Moves;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Jobs;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Phrases;

namespace SlrtBot.Core.Notifications;

/// <summary>
/// Asks residents whether the help that was announced has come, on the days of <see cref="AfterAnswerOptions"/>, and
/// closes without confirmation what stays unanswered. Each complaint is taken by itself, loaded again, checked again.
/// </summary>
public sealed class AskReceivedJob(DueRows rows) : IScheduledJob
{
    public Task<JobCount> RunAsync(CancellationToken cancellationToken) => rows.TakeAsync<AskWhetherReceived>(
        "ask-received", Due, (act, id, by, cancel) => act.DoAsync(id, by, cancel), cancellationToken);

    internal static IQueryable<Guid> Due(SlrtDbContext db, DateTime now) =>
        db.Complaints.Where(c => c.AskAt != null && c.AskAt <= now).OrderBy(c => c.AskAt).Select(c => c.Id);
}

/// <summary>
/// One question about one complaint, in every chat that may answer for it, or its closing after the last one. A chat that
/// cannot be asked now hears the next question, unless none can: then all wait. Where there is no chat that takes news, the
/// days pass all the same.
/// </summary>
public sealed class AskWhetherReceived(
    SlrtDbContext db, Outbox outbox, HearingChats chats, ApplyMove moves, NoticeTime noticeTime, NoticeLimits limits, AfterAnswerOptions options,
    PhraseBook phrases, AuditTrail audit)
{
    private static readonly TimeSpan Patience = TimeSpan.FromHours(2);

    /// <returns>False when nothing was due after all.</returns>
    public async Task<Outcome<bool>> DoAsync(Guid complaintId, Provenance by, CancellationToken cancellationToken)
    {
        var complaint = await db.Complaints.SingleAsync(c => c.Id == complaintId, cancellationToken);
        if (complaint.AskAt is null || complaint.AskAt > by.At)
        {
            return false;
        }

        if (!AfterAnswerOptions.Awaits(complaint))
        {
            complaint.StopAsking();
            return false;
        }

        if (complaint.AskRounds >= options.AskOnDays.Count)
        {
            await CloseAsync(complaint, by, cancellationToken);
            return true;
        }

        var hearing = (await chats.OfAsync(complaint, cancellationToken)).Where(c => c.MayAnswer && c.Conversation.Reachable).ToList();
        var (asked, later) = await ReadyAsync(hearing, complaint, by.At, cancellationToken);
        if (asked.Count == 0 && later is { } at)
        {
            complaint.AskLater(at);
            return false;
        }

        complaint.CountRound(options.Next(by.At, complaint.AskRounds + 1));
        if (asked.Count == 0)
        {
            return false;
        }

        complaint.CountAsked();
        asked.ForEach(chat => Ask(chat, complaint, by));
        audit.Record(by, "resident.asked_whether_received", "complaint", complaint.Id, new { time = complaint.Asked });
        return true;
    }

    private void Ask(HearingChat chat, Complaint complaint, Provenance by) => outbox.Enqueue(
        chat.Conversation, Question(chat.Conversation.Language, complaint), OutboundKind.Notice,
        $"received:{complaint.Id:N}:{by.At:yyyyMMdd}{chat.KeyEnd}", by.At,
        noticeTime.For(chat.Conversation, complaint.VillageCode, by.At), complaint.Id);

    /// <returns>Those that may be asked now, and the earliest time at which one of the others may.</returns>
    private async Task<(List<HearingChat> Now, DateTime? Later)> ReadyAsync(
        List<HearingChat> hearing, Complaint complaint, DateTime now, CancellationToken cancellationToken)
    {
        var ready = new List<HearingChat>();
        DateTime? later = null;
        foreach (var chat in hearing)
        {
            if (await NotNowAsync(chat.Conversation, complaint, now, cancellationToken) is not { } at)
            {
                ready.Add(chat);
            }
            else if (later is null || at < later)
            {
                later = at;
            }
        }

        return (ready, later);
    }

    /// <summary>Silence is not satisfaction, and whoever was never asked was not silent: each is counted apart.</summary>
    private async Task CloseAsync(Complaint complaint, Provenance by, CancellationToken cancellationToken)
    {
        if (complaint.Status == ComplaintStatus.Answered)
        {
            await moves.ApplyAsync(complaint, "close_unconfirmed", new Given(by), cancellationToken);
        }

        var wasAsked = complaint.Asked > 0;
        complaint.Confirm(wasAsked ? Confirmation.Unconfirmed : Confirmation.Unasked, by.At);
        audit.Record(by, wasAsked ? "complaint.left_unconfirmed" : "complaint.left_unasked", "complaint", complaint.Id);
    }

    /// <summary>A question never breaks into a form that is being filled in, and keeps to the limits.</summary>
    private async Task<DateTime?> NotNowAsync(
        Conversation conversation, Complaint complaint, DateTime now, CancellationToken cancellationToken) =>
        conversation.Dialog is not null && now - conversation.LastInboundAt < TimeSpan.FromDays(1)
            ? now + Patience
            : await limits.NextAsync(conversation, complaint, now, cancellationToken);

    private MessageContent Question(string language, Complaint complaint)
    {
        var isLast = complaint.AskRounds == options.AskOnDays.Count;
        var text = phrases.Get(
            language, isLast ? "notice.received.last" : "notice.received",
            ("reference", complaint.Reference), ("days", options.CloseAfterDays));
        return new MessageContent(text)
        {
            Reference = complaint.Reference,
            Choices = ReceiptChoices.Of(phrases, language, complaint.Reference),
        };
    }
}
