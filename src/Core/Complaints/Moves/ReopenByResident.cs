using SlrtBot.Core.Complaints.Access;
using SlrtBot.Core.Kernel;

namespace SlrtBot.Core.Complaints.Moves;

/// <summary>
/// The resident opens a complaint again, without a new form: an ordinary move back to review, with a new promise.
/// </summary>
public sealed class ReopenByResident(ChatWall wall, ApplyMove moves, AfterAnswerOptions options)
{
    /// <returns>Refused with <c>only_hears</c>, <c>too_late_to_reopen</c> or <c>no_such_move</c>.</returns>
    public async Task<Outcome<Complaint>> DoAsync(Guid complaintId, Provenance by, CancellationToken cancellationToken)
    {
        var spoken = await wall.SpokenForAsync(complaintId, by, cancellationToken);
        return spoken.Succeeded ? await ApplyAsync(spoken.Value, by, cancellationToken) : spoken;
    }

    internal async Task<Outcome<Complaint>> ApplyAsync(Complaint complaint, Provenance by, CancellationToken cancellationToken) =>
        ComplaintWorkflow.Table.Find(complaint.Status, ComplaintWorkflow.ResidentReopens) is not null && !options.MayReopen(complaint, by.At)
            ? Refusal.Conflict("too_late_to_reopen")
            : await moves.ApplyAsync(complaint, ComplaintWorkflow.ResidentReopens, new Given(by), cancellationToken);
}
