using SlrtBot.Bot.Engine;

namespace SlrtBot.Bot.Dialogs.Navigation;

/// <summary>"Skip" where the question cannot be skipped; where it can, it is one of its options.</summary>
[Hears(Words.Skip)]
[Unguarded("it belongs to the form of whoever holds the phone")]
internal sealed class SkipWord(DialogCatalogue dialogs) : GlobalWord
{
    public override Task<bool> DoAsync(Turn turn, Answer answer, CancellationToken cancellationToken)
    {
        if (answer.Word is null)
        {
            return Task.FromResult(false);
        }

        dialogs.Shown(turn).ShowPuzzled(turn, turn.Phrase("skip.not_here"));
        return Task.FromResult(true);
    }
}
