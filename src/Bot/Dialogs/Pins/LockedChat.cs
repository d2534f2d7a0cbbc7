using SlrtBot.Bot.Dialogs.Additions;
using SlrtBot.Bot.Dialogs.Complaints;
using SlrtBot.Bot.Engine;
using SlrtBot.Core.Complaints.Access;
using SlrtBot.Core.Conversations;

namespace SlrtBot.Bot.Dialogs.Pins;

/// <summary>
/// While a chat is locked, words that nobody asked for begin something new: they join no complaint of before, and no
/// complaint of before is named. An answer to staff waits for the PIN; what is asked with the number of a complaint that
/// was sent just now does not, since whoever sent it may not know the PIN.
/// </summary>
[Unguarded("it is what keeps words of now apart from complaints of before")]
public sealed class LockedChat(DialogCatalogue dialogs, StaffQuestions questions, ComplaintQueries complaints, PinOptions options) : Listener
{
    public override async Task<bool> TryTakeAsync(Turn turn, Answer answer, CancellationToken cancellationToken)
    {
        if (!turn.IsLocked || dialogs.Of(turn).Expects(turn) || await WasSentNowAsync(turn, cancellationToken))
        {
            return false;
        }

        if (answer.IsText && !Telling.IsStory(answer.Text) && await questions.IsAskedAsync(turn, cancellationToken))
        {
            PinGate.Ask(turn, Words.Status, turn.Phrase("pin.answer"));
            return true;
        }

        MainMenu.Rest(turn);
        return await dialogs.Menu.TakeAsync(turn, answer, cancellationToken);
    }

    /// <summary>Its question is the open one, and the minutes have not passed for which a PIN would open the chat.</summary>
    private async Task<bool> WasSentNowAsync(Turn turn, CancellationToken cancellationToken)
    {
        if (ComplaintDialog.JustSent(turn) is not { } id || !turn.Open.Step.StartsWith($"{ComplaintDialog.DialogName}/", StringComparison.Ordinal))
        {
            return false;
        }

        var sent = (await complaints.OfConversationAsync(turn.Conversation.Id, cancellationToken)).Find(c => c.Id == id);
        return sent?.LodgedAt.AddMinutes(options.OpenMinutes) > turn.Context.Now;
    }
}
