using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Complaints.Access;
using SlrtBot.Core.Complaints.Moves;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Visits;

/// <param name="Version">Of the complaint, as the staff member saw it.</param>
/// <param name="Note">What colleagues should know.</param>
public sealed record CloseAfterVisitInput(Guid VisitId, int Version, string? Note);

/// <summary>
/// A visit found that the person has moved, has died, or is not there, and somebody else approved that: the complaint may end as
/// unreachable. Two pairs of eyes have seen it by then.
/// </summary>
public sealed class CloseAfterVisit(SlrtDbContext db, VisitReach reach, ApplyMove moves)
{
    /// <summary>What may end a complaint.</summary>
    public static IReadOnlyList<VisitOutcome> Outcomes { get; } = [VisitOutcome.Moved, VisitOutcome.Died, VisitOutcome.NotFound];

    public static bool IsOpenTo(VisitStatus status, VisitOutcome? outcome, ComplaintStatus complaint) =>
        status == VisitStatus.Approved && outcome is { } found && Outcomes.Contains(found) && complaint == ComplaintStatus.InReview;

    /// <returns>Refused with <c>visit_found_somebody</c>, also where a later visit is the newest, and with <c>stale</c>.</returns>
    public async Task<Outcome<Complaint>> DoAsync(CloseAfterVisitInput input, StaffScope actor, Provenance by, CancellationToken cancellationToken)
    {
        var reached = await reach.WithAsync(input.VisitId, Permission.AnalyseComplaints, actor, cancellationToken);
        if (!reached.Succeeded)
        {
            return reached.Refusals.ToList();
        }

        var (visit, complaint) = reached.Value;
        if (input.Note?.Length > MoveComplaintInput.LongestText)
        {
            return new Refusal("too_long", ComplaintWorkflow.Note);
        }

        if (complaint.Version != input.Version)
        {
            return Refusal.Conflict("stale");
        }

        var newest = await db.Visits.Where(v => v.ComplaintId == complaint.Id).OrderByDescending(v => v.Id).Select(v => v.Id).FirstAsync(cancellationToken);
        if (newest != visit.Id || !IsOpenTo(visit.Status, visit.Outcome, complaint.Status))
        {
            return Refusal.Conflict("visit_found_somebody");
        }

        var given = new Given(by) { May = p => actor.MayDo(p, complaint) }
            .With(ComplaintWorkflow.Visit, $"{visit.Id}").With(ComplaintWorkflow.Note, input.Note);
        return await moves.ApplyAsync(complaint, ComplaintWorkflow.CloseAfterVisit, given, cancellationToken);
    }
}
