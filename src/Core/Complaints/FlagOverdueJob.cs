using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Jobs;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Core.Complaints;

/// <summary>
/// Marks open complaints whose promised day is over, by the day of their own area. Waiting ones are not: their clock
/// stands.
/// </summary>
public sealed class FlagOverdueJob(ISlrtDatabase database, UnitOfWork units, TimeProvider clock) : IScheduledJob
{
    private const int PerUnit = 100;

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var flagged = 0;
        int found;
        do
        {
            var ids = await DueAsync(now, cancellationToken);
            found = ids.Count;
            var outcome = await units.RunAsync<FlagOverdue, int>((act, ct) => act.DoAsync(ids, Provenance.Job("overdue", now), ct), cancellationToken);
            flagged += outcome.Value;
            if (outcome.Value == 0)
            {
                break;
            }
        }
        while (found == PerUnit);

        return flagged;
    }

    private async Task<List<Guid>> DueAsync(DateTime now, CancellationToken cancellationToken)
    {
        // The easternmost zone's day is the latest; FlagOverdue looks at each area's own.
        var latest = DateOnly.FromDateTime(now.AddHours(9));
        await using var context = database.NewContext();
        return await context.Complaints
            .Where(c => c.StatusType == StatusType.Open && !c.IsOverdue && c.PromiseOn < latest)
            .OrderBy(c => c.PromiseOn).Take(PerUnit).Select(c => c.Id).ToListAsync(cancellationToken);
    }
}

/// <summary>Marks those of the given complaints that are overdue.</summary>
public sealed class FlagOverdue(SlrtDbContext db, AreaCatalogue areas, AuditTrail audit, DomainEvents events)
{
    public async Task<Outcome<int>> DoAsync(IReadOnlyList<Guid> ids, Provenance by, CancellationToken cancellationToken)
    {
        var flagged = 0;
        foreach (var complaint in await db.Complaints.Where(c => ids.Contains(c.Id)).ToListAsync(cancellationToken))
        {
            var today = LocalDay.Of(by.At, areas.ZoneOf(complaint.VillageCode));
            if (!complaint.IsOverdue && complaint.IsPast(today))
            {
                complaint.MarkOverdue();
                audit.Record(by, "complaint.overdue", "complaint", complaint.Id);
                events.Raise(new ComplaintBecameOverdue(ComplaintKey.Of(complaint), by));
                flagged++;
            }
        }

        return flagged;
    }
}

public sealed record ComplaintBecameOverdue(ComplaintKey Complaint, Provenance By) : IComplaintEvent, IDomainEvent;
