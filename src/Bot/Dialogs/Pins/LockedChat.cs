using SlrtBot.Bot.Dialogs.Anywhere;
using SlrtBot.Bot.Dialogs.Complaints;
using SlrtBot.Bot.Dialogs.Listening;

namespace SlrtBot.Bot.Dialogs.Pins;

/// <summary>
/// While a chat is locked, words that nobody asked for begin something new: they join no complaint of before, and no
/// complaint of before is named. An answer to staff waits for the PIN.
/// </summary>
[Unguarded("it is what keeps words of now apart from complaints of before")]
public sealed class LockedChat(DialogCatalogue dialogs, StaffQuestions questions) : Listener
{
    public override async Task<bool> TryTakeAsync(Turn turn, Answer answer, CancellationToken cancellationToken)
    {
        if (!turn.IsLocked || dialogs.Of(turn).Expects(turn))
        {
            return false;
        }

        if (answer.IsText && !StoryStep.IsStory(answer.Text) && await questions.IsAskedAsync(turn, cancellationToken))
        {
            PinGate.Ask(turn, Words.Status, turn.Phrase("pin.answer"));
            return true;
        }

        MenuDialog.Rest(turn);
        return await dialogs.Menu.TakeAsync(turn, answer, cancellationToken);
    }
}
