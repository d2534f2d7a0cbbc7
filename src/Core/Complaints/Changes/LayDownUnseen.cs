using SlrtBot.Core.Areas;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Complaints.Access;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Complaints.Changes;

/// <summary>Whoever held a complaint and may not see it any more holds nothing that they cannot open.</summary>
public sealed class LayDownUnseen(AreaCatalogue areas, StaffQueries staff, AuditTrail audit, DomainEvents events)
{
    public async Task LayDownAsync(Complaint complaint, Provenance by, CancellationToken cancellationToken)
    {
        if (complaint.AssignedTo is not { } holder)
        {
            return;
        }

        var today = LocalDay.Of(by.At, areas.ZoneOf(complaint.VillageCode));
        if ((await staff.ScopeOfAsync(holder, today, cancellationToken))?.MayHold(complaint) == true)
        {
            return;
        }

        complaint.AssignedTo = null;
        audit.Record(by, "complaint.laid_down", "complaint", complaint.Id);
        events.Raise(new ComplaintAssigned(ComplaintKey.Of(complaint), null, by));
    }
}
