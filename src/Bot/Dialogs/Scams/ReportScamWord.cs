using SlrtBot.Bot.Dialogs.Complaints;
using SlrtBot.Bot.Engine;

namespace SlrtBot.Bot.Dialogs.Scams;

/// <summary>"Laporkan pungli": a sensitive complaint, opened at its category.</summary>
[Hears("report_scam")]
[Unguarded("a new complaint needs no PIN")]
internal sealed class ReportScamWord(DialogCatalogue dialogs, ComplaintDialog complaint) : GlobalWord
{
    public override async Task<bool> DoAsync(Turn turn, Answer answer, CancellationToken cancellationToken)
    {
        var dialog = dialogs.Of(turn);
        turn.Add(turn.Phrase("report_scam"));
        if (dialog.IsAtRest(turn))
        {
            await complaint.BeginAboutExtortionAsync(turn, cancellationToken);
            return true;
        }

        dialog.Show(turn);
        return true;
    }
}
