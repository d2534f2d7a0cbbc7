using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Jobs;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Core.Complaints.Queue;

/// <summary>Marks open complaints of whose promised working days no more than a quarter is left: staff are warned before the resident has to be.</summary>
public sealed class FlagAtRiskJob(DueRows rows) : IScheduledJob
{
    public Task<JobCount> RunAsync(CancellationToken cancellationToken) => rows.TakeAsync<FlagAtRisk>(
        "at-risk", Due, (act, id, by, cancel) => act.DoAsync(id, by, cancel), cancellationToken);

    internal static IQueryable<Guid> Due(SlrtDbContext db, DateTime now)
    {
        // The easternmost zone's day is the latest; FlagAtRisk looks at each area's own.
        var latest = DateOnly.FromDateTime(now.AddHours(9));
        return db.Complaints.Where(c => c.StatusType == StatusType.Open && !c.IsAtRisk && !c.IsOverdue && c.AtRiskOn <= latest).OrderBy(c => c.AtRiskOn).Select(c => c.Id);
    }
}

/// <summary>Marks a complaint, if it is at risk.</summary>
public sealed class FlagAtRisk(SlrtDbContext db, AreaCatalogue areas, AuditTrail audit, DomainEvents events)
{
    /// <returns>False where it is not, or is marked already.</returns>
    public async Task<Outcome<bool>> DoAsync(Guid complaintId, Provenance by, CancellationToken cancellationToken)
    {
        var complaint = await db.Complaints.SingleAsync(c => c.Id == complaintId, cancellationToken);
        var today = LocalDay.Of(by.At, areas.ZoneOf(complaint.VillageCode));
        if (complaint.IsAtRisk || complaint.IsOverdue || complaint.StatusType != StatusType.Open || complaint.AtRiskOn > today || complaint.IsPast(today))
        {
            return false;
        }

        complaint.MarkAtRisk();
        audit.Record(by, "complaint.at_risk", "complaint", complaint.Id, new { promise = complaint.PromiseOn });
        events.Raise(new ComplaintBecameAtRisk(ComplaintKey.Of(complaint), by));
        return true;
    }
}

public sealed record ComplaintBecameAtRisk(ComplaintKey Complaint, Provenance By) : IComplaintEvent, IDomainEvent;
