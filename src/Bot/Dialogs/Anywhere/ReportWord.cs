namespace SlrtBot.Bot.Dialogs.Anywhere;

/// <summary>A new complaint, or the one under way.</summary>
[Hears(Words.Report)]
[Unguarded("a new complaint needs no PIN")]
internal sealed class ReportWord(DialogCatalogue dialogs) : AnywhereWord
{
    public override async Task<bool> DoAsync(Turn turn, Answer answer, CancellationToken cancellationToken)
    {
        var dialog = dialogs.Of(turn);
        if (dialog.IsAtRest(turn))
        {
            await dialogs.Complaint.BeginAsync(turn, null, cancellationToken);
            return true;
        }

        turn.Add(turn.Phrase("draft.resumed"));
        dialog.Show(turn);
        return true;
    }
}
