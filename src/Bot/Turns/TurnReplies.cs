using SlrtBot.Bot.Protocol;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Kernel;

namespace SlrtBot.Bot.Turns;

/// <summary>
/// Puts what a turn said into the outbox. The first answer that names the complaint which this very turn lodged is its
/// receipt; what is said about it later, here or in other chats, is not.
/// </summary>
public sealed class TurnReplies(Outbox outbox, DomainEvents events)
{
    /// <param name="key">Names the turn: the dedupe keys begin with it.</param>
    public void Enqueue(TurnContext turn, string key)
    {
        var lodged = events.Raised.OfType<ComplaintLodged>().LastOrDefault()?.Complaint;
        for (var i = 0; i < turn.Replies.Count; i++)
        {
            var row = outbox.Enqueue(
                turn.Conversation, turn.Replies[i], OutboundKind.Reply, $"{key}:{i}", turn.Now, complaintId: turn.Message.ComplaintId);
            if (lodged is not null && lodged.Id == row.ComplaintId && turn.Replies[i].Text.Contains(lodged.Reference, StringComparison.Ordinal))
            {
                row.IsReceipt = true;
                lodged = null;
            }
        }
    }
}
