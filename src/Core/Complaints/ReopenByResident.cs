using SlrtBot.Core.Areas;
using SlrtBot.Core.Kernel;

namespace SlrtBot.Core.Complaints;

/// <summary>
/// The resident opens a complaint again, without a new form: an ordinary move back to review, with a new promise.
/// </summary>
public sealed class ReopenByResident(ChatWall wall, ApplyMove moves, WorkingCalendar calendar, AfterAnswerOptions options)
{
    public const string Verb = "resident_reopens";

    /// <returns>Refused with <c>only_hears</c>, <c>too_late_to_reopen</c> or <c>no_such_move</c>.</returns>
    public async Task<Outcome<Complaint>> DoAsync(Guid complaintId, Provenance by, CancellationToken cancellationToken)
    {
        var spoken = await wall.SpokenForAsync(complaintId, by, cancellationToken);
        return spoken.Succeeded ? Apply(spoken.Value, by) : spoken;
    }

    internal Outcome<Complaint> Apply(Complaint complaint, Provenance by)
    {
        if (ComplaintWorkflow.Table.Find(complaint.Status, Verb) is not null && !options.MayReopen(complaint, by.At))
        {
            return Refusal.Conflict("too_late_to_reopen");
        }

        var moved = moves.Apply(complaint, Verb, by);
        if (moved.Succeeded)
        {
            // The old promise was kept or broken once; whoever waits again is promised a day again.
            complaint.PromiseOn = calendar.DueOn(by.At, ComplaintCategory.Get(complaint.CategoryCode).PromiseDays, complaint.VillageCode);
        }

        return moved;
    }
}
