using SlrtBot.Bot.Dialogs.Status;
using SlrtBot.Bot.Engine;
using SlrtBot.Core.Complaints.Access;
using SlrtBot.Core.Complaints.Feedback;

namespace SlrtBot.Bot.Dialogs.Feedback;

/// <summary>"Sudah" and "belum" as they are typed, where this chat was asked and nothing else is under way.</summary>
[Guarded]
public sealed class ReceiptAnswers(
    ReceiptWords words, DialogCatalogue dialogs, ComplaintQueries complaints, ReceiptQueries receipts, GlobalWordListener anywhere,
    ComplaintLabels labels, StatusTeller status) : Listener
{
    public override async Task<bool> TryTakeAsync(Turn turn, Answer answer, CancellationToken cancellationToken)
    {
        if (dialogs.Of(turn).Expects(turn) || !answer.IsText || words.Find(answer.Text) is not { } key)
        {
            return false;
        }

        var all = await complaints.OfConversationAsync(turn.Conversation.Id, cancellationToken);
        var asked = await receipts.AskedAsync(all, turn.Conversation.Id, turn.Context.Now, cancellationToken);
        switch (asked)
        {
            case []:
                return false;
            case [var one]:
                return await anywhere.TryTakeAsync(turn, new Answer { Choice = AboutComplaint.Key(key, one.Reference) }, cancellationToken);
            default:
                status.Say(turn, turn.Phrase("received.which"), [.. await labels.ButtonsAsync(turn, key, asked, cancellationToken)]);
                return true;
        }
    }
}
