using SlrtBot.Bot.Engine;

namespace SlrtBot.Bot.Dialogs.Complaints;

/// <summary>A new complaint, or the one under way.</summary>
[Hears(Words.Report)]
[Unguarded("a new complaint needs no PIN")]
internal sealed class ReportWord(DialogCatalogue dialogs, ComplaintDialog complaint) : GlobalWord
{
    public override async Task<bool> DoAsync(Turn turn, Answer answer, CancellationToken cancellationToken)
    {
        var dialog = dialogs.Of(turn);
        if (dialog.IsAtRest(turn))
        {
            await complaint.BeginAsync(turn, null, cancellationToken);
            return true;
        }

        turn.Add(turn.Phrase("draft.resumed"));
        dialog.Show(turn);
        return true;
    }
}
