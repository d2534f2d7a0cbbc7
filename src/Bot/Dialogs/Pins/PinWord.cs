using SlrtBot.Bot.Dialogs.Status;
using SlrtBot.Bot.Engine;
using SlrtBot.Core.Conversations;

namespace SlrtBot.Bot.Dialogs.Pins;

/// <summary>To set the chat's PIN, to change it, or to remove it; the old one is asked for each time.</summary>
[Hears(Set, Change, Remove), Guarded(Always = true)]
internal sealed class PinWord(ChoosePin choose, StatusTeller status, DialogCatalogue dialogs, PinDialog pins) : GlobalWord
{
    public const string Set = "pin";
    public const string Change = "pin.change";
    public const string Remove = "pin.off";

    public override async Task<bool> DoAsync(Turn turn, Answer answer, CancellationToken cancellationToken)
    {
        var key = KeyOf(answer);
        if (turn.Conversation.Pin is null && key == Remove)
        {
            status.Say(turn, turn.Phrase("pin.none"));
        }
        else if (key == Remove)
        {
            await choose.DoAsync(turn.Conversation, null, turn.Context.By, cancellationToken);
            status.Say(turn, turn.Phrase("pin.removed"));
        }
        else if (dialogs.Of(turn).IsAtRest(turn))
        {
            pins.Begin(turn, asksWhat: key == Set && turn.Conversation.Pin is not null);
        }
        else
        {
            status.Say(turn, turn.Phrase("pin.later"));
        }

        return true;
    }
}
