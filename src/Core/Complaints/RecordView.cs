using SlrtBot.Core.Audit;
using SlrtBot.Core.Kernel;

namespace SlrtBot.Core.Complaints;

/// <summary>Somebody opened a complaint: the line is stored before the page is shown (ASVS 16.3.2).</summary>
public sealed class RecordView(AuditTrail audit)
{
    public Task<Outcome<Done>> DoAsync(Guid complaintId, Provenance by, CancellationToken cancellationToken)
    {
        audit.Record(by, "complaint.viewed", "complaint", complaintId);
        return Task.FromResult<Outcome<Done>>(default(Done));
    }
}
