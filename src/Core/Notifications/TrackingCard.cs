using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Phrases;

namespace SlrtBot.Core.Notifications;

/// <summary>
/// The message with the number of a complaint stays true: at every move it takes the new status, without a sound, where
/// the channel can edit. The news itself is a message of its own that answers this one.
/// </summary>
public sealed class TrackingCard(SlrtDbContext db, Outbox outbox, PhraseBook phrases)
{
    /// <summary>The bot's word for "how far is it", as in its own catalogue; pressed, it works for ever.</summary>
    private const string StatusKey = "status";

    /// <param name="readsAll">False: the status word is all that the chat may read.</param>
    /// <returns>The card's row, to be answered; null where the chat has none.</returns>
    public async Task<Guid?> UpdateAsync(
        Conversation conversation, ComplaintMoved happened, bool readsAll, DateTime now, CancellationToken cancellationToken)
    {
        var complaintId = happened.Complaint.Id;
        var card = await db.OutboundMessages.Where(m => m.ComplaintId == complaintId && m.IsReceipt && m.ConversationId == conversation.Id)
            .OrderBy(m => m.Id).Select(m => (Guid?)m.Id).FirstOrDefaultAsync(cancellationToken);
        if (card is not null && Channels.KeepsMessages(conversation.Channel))
        {
            outbox.Enqueue(
                conversation, Draw(conversation.Language, happened, readsAll), OutboundKind.Edit, $"card:{happened.MoveId:N}:{conversation.Id:N}", now,
                aboutId: card);
        }

        return card;
    }

    private MessageContent Draw(string language, ComplaintMoved happened, bool readsAll)
    {
        var status = Codes.Of(happened.To);
        var text = phrases.Get(
            language, readsAll ? "card" : "card.neutral",
            ("reference", happened.Complaint.Reference),
            ("status", phrases.Get(language, $"told.{status}")),
            ("sentence", phrases.Get(language, $"status.{status}.resident")));
        return new MessageContent(text)
        {
            Choices = [Choice.Lasting(StatusKey, phrases.Get(language, "card.status"))],
            Reference = happened.Complaint.Reference,
            Monospace = [happened.Complaint.Reference],
        };
    }
}
