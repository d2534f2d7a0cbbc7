using SlrtBot.Core.Areas;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Complaints.Access;

/// <summary>Whoever holds a complaint holds it no longer: it stands in the list of its desk.</summary>
public sealed class LayDown(AreaCatalogue areas, StaffQueries staff, AuditTrail audit, DomainEvents events)
{
    public void Now(Complaint complaint, Provenance by)
    {
        complaint.AssignedTo = null;
        audit.Record(by, "complaint.laid_down", "complaint", complaint.Id);
        events.Raise(new ComplaintAssigned(ComplaintKey.Of(complaint), null, by));
    }

    /// <param name="keeps">Whether whoever holds it may go on; nobody does who has left.</param>
    public async Task UnlessAsync(Complaint complaint, Func<StaffScope, bool> keeps, Provenance by, CancellationToken cancellationToken)
    {
        if (complaint.AssignedTo is { } holder
            && (await staff.ScopeOfAsync(holder, LocalDay.Of(by.At, areas.ZoneOf(complaint.VillageCode)), cancellationToken) is not { } scope || !keeps(scope)))
        {
            Now(complaint, by);
        }
    }
}
