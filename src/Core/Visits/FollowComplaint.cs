using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Core.Visits;

/// <summary>
/// A visit lies where its complaint lies, and ends with its stay in the field or at the supervisor: what was written down stays,
/// and counts for nothing.
/// </summary>
public sealed class FollowComplaint(SlrtDbContext db, AuditTrail audit, DomainEvents events)
    : IEventHandler<ComplaintMoved>, IEventHandler<ComplaintPlaced>, IEventHandler<StaffRecused>
{
    public async Task HandleAsync(ComplaintMoved happened, CancellationToken cancellationToken)
    {
        await db.Visits.Where(v => v.ComplaintId == happened.Complaint.Id && v.IsRunning).LoadAsync(cancellationToken);
        if (db.Visits.Local.SingleOrDefault(v => v.ComplaintId == happened.Complaint.Id && v.IsRunning) is not { } visit || LiesWith(visit.Status, happened.To))
        {
            return;
        }

        var wasAnnounced = visit.Status == VisitStatus.Planned;
        // As the clock: whoever moved the complaint need not know of the visit.
        var given = new Given(Provenance.Job(VisitReasons.MovedOn, happened.By.At)).With(VisitWorkflow.Reason, VisitReasons.MovedOn);
        visit.Move(VisitWorkflow.Table.Take(visit.Status, VisitWorkflow.Cancel, given).Value);
        audit.Record(given.By, "visit.cancelled", "visit", visit.Id, new { complaint = visit.ComplaintId, reason = visit.CancelReason });
        if (wasAnnounced && happened.To.Type() != StatusType.Settled)
        {
            events.Raise(new VisitCancelled(happened.Complaint, visit.Id, given.By));
        }
    }

    /// <summary>Whoever sees the one sees the other.</summary>
    public async Task HandleAsync(ComplaintPlaced happened, CancellationToken cancellationToken)
    {
        foreach (var visit in await db.Visits.Where(v => v.ComplaintId == happened.Complaint.Id).ToListAsync(cancellationToken))
        {
            (visit.DistrictCode, visit.VillageCode) = (happened.Complaint.DistrictCode, happened.Complaint.VillageCode);
        }
    }

    public async Task HandleAsync(StaffRecused happened, CancellationToken cancellationToken)
    {
        foreach (var visit in await db.Visits.Where(v => v.ComplaintId == happened.Complaint.Id).ToListAsync(cancellationToken))
        {
            visit.Recused = happened.Complaint.Recused;
        }
    }

    private static bool LiesWith(VisitStatus visit, ComplaintStatus complaint) =>
        complaint == (visit == VisitStatus.Sent ? ComplaintStatus.SupervisorReview : ComplaintStatus.FieldVerification);
}
