using SlrtBot.Core.Areas;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Complaints.Access;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Phrases;

namespace SlrtBot.Core.Notifications;

/// <summary>
/// Every move of a complaint is told in the chat it came from, and in those that were joined to it, each in its
/// language. Whoever speaks for somebody else without recorded consent hears the status and nothing more. The rows are
/// part of the same save as the move.
/// </summary>
public sealed class NotifyOnEvents(
    SlrtDbContext db, Outbox outbox, RepresentativeQueries representatives, TrackingCard cards, PartnerAnswer partnerAnswer, NoticeTime noticeTime,
    PhraseBook phrases) : IEventHandler<ComplaintMoved>
{
    public async Task HandleAsync(ComplaintMoved happened, CancellationToken cancellationToken)
    {
        if (await db.Complaints.FindAsync([happened.Complaint.Id], cancellationToken) is not { } complaint)
        {
            return;
        }

        foreach (var chat in await representatives.ChatsOfAsync(complaint, cancellationToken))
        {
            if (await db.Conversations.FindAsync([chat.ConversationId], cancellationToken) is { } conversation)
            {
                await TellAsync(complaint, conversation, chat.ReadsAll, happened, cancellationToken);
            }
        }
    }

    /// <summary>
    /// The person who has just written knows it, and hears from the bot anyway; that somebody comes, or that a report is completed, is told
    /// with its day.
    /// </summary>
    internal static bool IsTold(string verb) => verb is not (
        "resident_answers" or "withdraw" or "resident_confirms" or "resident_reopens" or "undo_withdrawal" or ComplaintWorkflow.BeginVisit or ComplaintWorkflow.ReturnToField);

    /// <summary>Status, reason, and what staff wrote with it.</summary>
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

    /// <summary>The status word alone; a question that staff ask the reporter is asked all the same.</summary>
    internal static string NeutralWords(PhraseBook phrases, string language, ComplaintMoved happened)
    {
        var told = phrases.Get(
            language, "notice.neutral",
            ("reference", happened.Complaint.Reference), ("status", phrases.Get(language, $"told.{Codes.Of(happened.To)}")));
        return happened is { To: ComplaintStatus.NeedsInformation, Message: { } question }
            ? $"{told}\n\n{phrases.Get(language, "notice.question", ("text", question))}"
            : told;
    }

    private async Task TellAsync(
        Complaint complaint, Conversation conversation, bool readsAll, ComplaintMoved happened, CancellationToken cancellationToken)
    {
        var now = happened.By.At;
        var card = await cards.UpdateAsync(conversation, happened, readsAll, now, cancellationToken);
        if (!IsTold(happened.Verb))
        {
            return;
        }

        var isFiling = conversation.Id == complaint.ConversationId;
        var message = outbox.Enqueue(
            conversation,
            await NewsAsync(conversation.Language, readsAll, happened, cancellationToken),
            OutboundKind.Notice,
            isFiling ? $"move:{happened.MoveId:N}" : $"move:{happened.MoveId:N}:{conversation.Id:N}",
            now,
            noticeTime.For(conversation, complaint.VillageCode, now),
            complaint.Id,
            aboutId: card);
        // The row says that there was news; a question from staff is asked all the same.
        if ((conversation.NoticesStoppedAt is not null || conversation.IsInDanger) && happened.To != ComplaintStatus.NeedsInformation)
        {
            message.State = OutboundState.Cancelled;
            message.ErrorCode = conversation.IsInDanger ? "not_safe" : "notices_stopped";
        }
    }

    private async Task<MessageContent> NewsAsync(string language, bool readsAll, ComplaintMoved happened, CancellationToken cancellationToken)
    {
        if (!readsAll)
        {
            return new MessageContent(NeutralWords(phrases, language, happened)) { Reference = happened.Complaint.Reference };
        }

        return await partnerAnswer.NewsAsync(language, happened, cancellationToken)
            ?? new MessageContent(Words(phrases, language, happened)) { Reference = happened.Complaint.Reference };
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
