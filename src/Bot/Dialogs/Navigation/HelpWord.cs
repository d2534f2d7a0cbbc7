using SlrtBot.Bot.Engine;

namespace SlrtBot.Bot.Dialogs.Navigation;

/// <summary>The present question in other words, and the words that always hold. Who begins with "tolong" is welcomed first.</summary>
[Hears(Words.Help)]
[Unguarded("it explains the question at hand")]
internal sealed class HelpWord(DialogCatalogue dialogs) : GlobalWord
{
    public override Task<bool> DoAsync(Turn turn, Answer answer, CancellationToken cancellationToken)
    {
        if (turn.Conversation.Prompt is null)
        {
            MainMenu.Welcome(turn);
            return Task.FromResult(true);
        }

        turn.Add(dialogs.Of(turn).Help(turn));
        turn.Add(turn.Phrase("help"));
        dialogs.Return(turn);
        return Task.FromResult(true);
    }
}
