using SlrtBot.Bot.Engine;

namespace SlrtBot.Bot.Dialogs.Status;

/// <summary>A NIK by itself, where none was asked for: complaints are never found by it.</summary>
[Unguarded("it says the same to everybody")]
public sealed class RefusedNationalId(DialogCatalogue dialogs, StatusTeller status) : Listener
{
    public override Task<bool> TryTakeAsync(Turn turn, Answer answer, CancellationToken cancellationToken) =>
        Task.FromResult(!dialogs.Of(turn).Expects(turn) && status.TryRefuseNationalId(turn, answer.Text));
}
