using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Core.Visits;

/// <summary>
/// A visit ends with its complaint's stay in the field or at the supervisor, and where the complaint turns out to be about one of
/// ours, whom nobody of the village looks into: what was written down stays, and counts for nothing.
/// </summary>
public sealed class EndVisit(SlrtDbContext db, AuditTrail audit, DomainEvents events)
    : IEventHandler<ComplaintMoved>, IEventHandler<ComplaintRecategorised>
{
    public async Task HandleAsync(ComplaintMoved happened, CancellationToken cancellationToken)
    {
        if (await RunningAsync(happened.Complaint.Id, cancellationToken) is { } visit && !LiesWith(visit.Status, happened.To))
        {
            End(visit, happened.Complaint, happened.By.At, isTold: happened.To.Type() != StatusType.Settled);
        }
    }

    public async Task HandleAsync(ComplaintRecategorised happened, CancellationToken cancellationToken)
    {
        if (happened.Complaint.Concerns is not null && await RunningAsync(happened.Complaint.Id, cancellationToken) is { } visit)
        {
            End(visit, happened.Complaint, happened.By.At, isTold: true);
        }
    }

    private async Task<Visit?> RunningAsync(Guid complaintId, CancellationToken cancellationToken)
    {
        await db.Visits.Where(v => v.ComplaintId == complaintId && v.IsRunning).LoadAsync(cancellationToken);
        return db.Visits.Local.SingleOrDefault(v => v.ComplaintId == complaintId && v.IsRunning);
    }

    private void End(Visit visit, ComplaintKey complaint, DateTime at, bool isTold)
    {
        var wasAnnounced = visit.Status == VisitStatus.Planned;
        // As the clock: whoever moved the complaint need not know of the visit.
        var given = new Given(Provenance.Job(VisitReasons.MovedOn, at)).With(VisitWorkflow.Reason, VisitReasons.MovedOn);
        visit.Move(VisitWorkflow.Table.Take(visit.Status, VisitWorkflow.Cancel, given).Value);
        audit.Record(given.By, "visit.cancelled", "visit", visit.Id, new { complaint = visit.ComplaintId, reason = visit.CancelReason });
        if (wasAnnounced && isTold)
        {
            events.Raise(new VisitCancelled(complaint, visit.Id, given.By));
        }
    }

    private static bool LiesWith(VisitStatus visit, ComplaintStatus complaint) =>
        complaint == (visit == VisitStatus.Sent ? ComplaintStatus.SupervisorReview : ComplaintStatus.FieldVerification);
}
