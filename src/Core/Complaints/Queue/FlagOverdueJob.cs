using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Jobs;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Core.Complaints.Queue;

/// <summary>
/// Marks open complaints whose promised day is over, by the day of their own area. Waiting ones are not: their clock
/// stands.
/// </summary>
public sealed class FlagOverdueJob(DueRows rows) : IScheduledJob
{
    public Task<JobCount> RunAsync(CancellationToken cancellationToken) => rows.TakeAsync<FlagOverdue>(
        "overdue", Due, (act, id, by, cancel) => act.DoAsync(id, by, cancel), cancellationToken);

    internal static IQueryable<Guid> Due(SlrtDbContext db, DateTime now)
    {
        // The easternmost zone's day is the latest; FlagOverdue looks at each area's own.
        var latest = DateOnly.FromDateTime(now.AddHours(9));
        return db.Complaints.Where(c => c.StatusType == StatusType.Open && !c.IsOverdue && c.PromiseOn < latest)
            .OrderBy(c => c.PromiseOn).Select(c => c.Id);
    }
}

/// <summary>Marks a complaint, if it is overdue.</summary>
public sealed class FlagOverdue(SlrtDbContext db, AreaCatalogue areas, AuditTrail audit, DomainEvents events)
{
    /// <returns>False where it is not, or is marked already.</returns>
    public async Task<Outcome<bool>> DoAsync(Guid complaintId, Provenance by, CancellationToken cancellationToken)
    {
        var complaint = await db.Complaints.SingleAsync(c => c.Id == complaintId, cancellationToken);
        if (complaint.IsOverdue || !complaint.IsPast(LocalDay.Of(by.At, areas.ZoneOf(complaint.VillageCode))))
        {
            return false;
        }

        complaint.MarkOverdue();
        audit.Record(by, "complaint.overdue", "complaint", complaint.Id);
        events.Raise(new ComplaintBecameOverdue(ComplaintKey.Of(complaint), by));
        return true;
    }
}

public sealed record ComplaintBecameOverdue(ComplaintKey Complaint, Provenance By) : IComplaintEvent, IDomainEvent;
