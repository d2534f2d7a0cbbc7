using SlrtBot.Bot.Engine;

namespace SlrtBot.Bot.Dialogs.Navigation;

/// <summary>On with the question at hand.</summary>
[Hears(Words.Resume, Words.Repeat)]
[Unguarded("it belongs to the form of whoever holds the phone")]
internal sealed class ResumeWord(DialogCatalogue dialogs) : GlobalWord
{
    public override Task<bool> DoAsync(Turn turn, Answer answer, CancellationToken cancellationToken)
    {
        turn.Conversation.Misunderstood = 0;
        dialogs.Return(turn);
        return Task.FromResult(true);
    }
}
