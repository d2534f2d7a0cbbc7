using SlrtBot.Bot.Dialogs.Office;
using SlrtBot.Bot.Engine;

namespace SlrtBot.Bot.Dialogs.DataRequests;

/// <summary>The whole text of what is kept, why and how long.</summary>
[Hears(Words.Privacy)]
[Unguarded("the text is everybody's")]
internal sealed class PrivacyWord(DialogCatalogue dialogs, OfficeCard office) : GlobalWord
{
    public override Task<bool> DoAsync(Turn turn, Answer answer, CancellationToken cancellationToken)
    {
        turn.SayApart(turn.Phrase("consent.full", ("years", office.RetentionYears)));
        dialogs.Return(turn);
        return Task.FromResult(true);
    }
}
