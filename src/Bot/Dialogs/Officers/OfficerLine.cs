using SlrtBot.Bot.Engine;
using SlrtBot.Core.Talks;

namespace SlrtBot.Bot.Dialogs.Officers;

/// <summary>While an officer has the chat the bot only listens; the one word it hears gives the chat back.</summary>
[Unguarded("it passes words on to the officer, and shows nothing")]
public sealed class OfficerLine(HearForOfficer hear) : Listener
{
    public override async Task<bool> TryTakeAsync(Turn turn, Answer answer, CancellationToken cancellationToken)
    {
        if (!turn.Conversation.WithOfficer || (answer.Word ?? answer.Choice) == BotAgainWord.Key)
        {
            return false;
        }

        var heard = await hear.DoAsync(turn.Conversation, turn.Context.Message, turn.Context.Files, turn.Context.By, cancellationToken);
        return heard.Succeeded;
    }
}
