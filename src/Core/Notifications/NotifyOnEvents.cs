using SlrtBot.Core.Areas;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Core.Notifications;

/// <summary>
/// Every move of a complaint is told to the person who lodged it, in the chat it came from and in its language. The
/// row is part of the same save as the move.
/// </summary>
public sealed class NotifyOnEvents(SlrtDbContext db, Outbox outbox, TrackingCard cards, NoticeTime noticeTime, PhraseBook phrases, TimeProvider clock)
    : IEventHandler<ComplaintMoved>
{
    public async Task HandleAsync(ComplaintMoved happened, CancellationToken cancellationToken)
    {
        var complaint = await db.Complaints.FindAsync([happened.Complaint.Id], cancellationToken);
        if (complaint?.ConversationId is not { } conversationId
            || await db.Conversations.FindAsync([conversationId], cancellationToken) is not { } conversation)
        {
            return;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var card = await cards.UpdateAsync(conversation, happened, now, cancellationToken);
        if (!IsTold(happened.Verb))
        {
            return;
        }

        var message = outbox.Enqueue(
            conversation,
            new MessageContent(Words(phrases, conversation.Language, happened)),
            OutboundKind.Notice,
            $"move:{happened.MoveId:N}",
            now,
            noticeTime.For(conversation, complaint.VillageCode, now),
            complaint.Id,
            aboutId: card);
        // The row says that there was news; a question from staff is asked all the same.
        if (conversation.NoticesStoppedAt is not null && happened.To != ComplaintStatus.NeedsInformation)
        {
            message.State = OutboundState.Cancelled;
            message.ErrorCode = "notices_stopped";
        }
    }

    /// <summary>The person who has just written knows it, and hears from the bot anyway.</summary>
    internal static bool IsTold(string verb) => verb is not ("resident_answers" or "withdraw" or "resident_confirms" or "resident_reopens");

    internal static string Words(PhraseBook phrases, string language, ComplaintMoved happened)
    {
        var lines = new List<string>
        {
            phrases.Get(
                language, "notice.moved",
                ("reference", happened.Complaint.Reference),
                ("status", phrases.Get(language, $"status.{Codes.Of(happened.To)}.resident"))),
        };
        if (happened.Reason is not null)
        {
            lines.Add(phrases.Get(language, "notice.reason", ("reason", phrases.Get(language, $"reason.{happened.Reason}"))));
        }

        if (happened.Message is not null)
        {
            lines.Add(phrases.Get(
                language, happened.To == ComplaintStatus.NeedsInformation ? "notice.question" : "notice.message",
                ("text", happened.Message)));
        }

        return string.Join("\n\n", lines);
    }
}

/// <summary>When an unasked message may arrive: not in the village's quiet hours, unless the person is awake and writing.</summary>
public sealed class NoticeTime(WorkingCalendar calendar)
{
    private static readonly TimeSpan Awake = TimeSpan.FromMinutes(30);

    /// <returns>UTC; null for at once.</returns>
    public DateTime? For(Conversation conversation, string villageCode, DateTime now)
    {
        // An open page makes no sound at night.
        if (conversation.Channel == Channels.WebChat || now - conversation.LastInboundAt < Awake)
        {
            return null;
        }

        var allowed = calendar.NotBefore(now, villageCode);
        return allowed > now ? allowed : null;
    }
}
