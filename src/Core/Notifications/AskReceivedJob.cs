using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Jobs;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Core.Notifications;

/// <summary>
/// Asks residents whether the help that was announced has come, on the days of <see cref="AfterAnswerOptions"/>, and
/// closes without confirmation what stays unanswered. Each complaint is taken by itself, loaded again, checked again.
/// </summary>
public sealed class AskReceivedJob(ISlrtDatabase database, UnitOfWork units, TimeProvider clock) : IScheduledJob
{
    private const int Most = 500;

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        List<Guid> due;
        await using (var context = database.NewContext())
        {
            due = await context.Complaints.Where(c => c.AskAt != null && c.AskAt <= now)
                .OrderBy(c => c.AskAt).Take(Most).Select(c => c.Id).ToListAsync(cancellationToken);
        }

        var asked = 0;
        foreach (var id in due)
        {
            var outcome = await units.RunAsync<AskWhetherReceived, bool>(
                (act, ct) => act.DoAsync(id, Provenance.Job("ask-received", now), ct), cancellationToken);
            asked += outcome.Value ? 1 : 0;
        }

        return asked;
    }
}

/// <summary>One question about one complaint, or its closing after the last one.</summary>
public sealed class AskWhetherReceived(
    SlrtDbContext db, Outbox outbox, ApplyMove moves, NoticeTime noticeTime, NoticeLimits limits, AfterAnswerOptions options,
    PhraseBook phrases, AuditTrail audit)
{
    private static readonly TimeSpan Patience = TimeSpan.FromHours(2);

    private static readonly (string Key, ChoiceStyle Style)[] Answers =
        [("received.yes", ChoiceStyle.Success), ("received.partly", ChoiceStyle.Plain), ("received.no", ChoiceStyle.Plain)];

    /// <returns>False when nothing was due after all.</returns>
    public async Task<Outcome<bool>> DoAsync(Guid complaintId, Provenance by, CancellationToken cancellationToken)
    {
        var complaint = await db.Complaints.SingleAsync(c => c.Id == complaintId, cancellationToken);
        if (complaint.AskAt is null || complaint.AskAt > by.At)
        {
            return false;
        }

        var conversation = await db.Conversations.SingleOrDefaultAsync(c => c.Id == complaint.ConversationId, cancellationToken);
        if (conversation is null or { NoticesStoppedAt: not null } || !AfterAnswerOptions.Awaits(complaint))
        {
            complaint.AskAt = null;
            return false;
        }

        if (complaint.Asked >= options.AskOnDays.Count)
        {
            Close(complaint, by);
            return true;
        }

        if (await NotNowAsync(conversation, complaint, by.At, cancellationToken) is { } later)
        {
            complaint.AskAt = later;
            return false;
        }

        complaint.Asked++;
        complaint.AskAt = options.Next(by.At, complaint.Asked);
        outbox.Enqueue(
            conversation, Question(conversation.Language, complaint), OutboundKind.Notice,
            $"received:{complaint.Id:N}:{by.At:yyyyMMdd}", by.At, noticeTime.For(conversation, complaint.VillageCode, by.At), complaint.Id);
        audit.Record(by, "resident.asked_whether_received", "complaint", complaint.Id, new { time = complaint.Asked });
        return true;
    }

    /// <summary>Silence is not satisfaction: it is counted apart.</summary>
    private void Close(Complaint complaint, Provenance by)
    {
        if (complaint.Status == ComplaintStatus.Answered)
        {
            moves.Apply(complaint, "close_unconfirmed", by);
        }

        (complaint.Confirmation, complaint.ConfirmedAt, complaint.AskAt) = (Confirmation.Unconfirmed, by.At, null);
        audit.Record(by, "complaint.left_unconfirmed", "complaint", complaint.Id);
    }

    /// <summary>A question never breaks into a form that is being filled in, and keeps to the limits.</summary>
    private async Task<DateTime?> NotNowAsync(
        Conversation conversation, Complaint complaint, DateTime now, CancellationToken cancellationToken) =>
        conversation.Dialog is not null && now - conversation.LastInboundAt < TimeSpan.FromDays(1)
            ? now + Patience
            : await limits.NextAsync(conversation, complaint, now, cancellationToken);

    private MessageContent Question(string language, Complaint complaint)
    {
        var isLast = complaint.Asked == options.AskOnDays.Count;
        var text = phrases.Get(
            language, isLast ? "notice.received.last" : "notice.received",
            ("reference", complaint.Reference), ("days", options.CloseAfterDays));
        return new MessageContent(text)
        {
            Reference = complaint.Reference,
            Choices =
            [
                .. Answers.Select(a => Choice.Lasting(
                    $"{a.Key}.{complaint.Reference}", phrases.Get(language, $"choice.{a.Key}"), a.Style)),
            ],
        };
    }
}
