using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Core.Complaints;

/// <summary>How urgent staff called a complaint, as the audit keeps it.</summary>
public sealed class SetUrgencies(SlrtDbContext db)
{
    /// <returns>Oldest first.</returns>
    public async Task<IReadOnlyList<SetUrgency>> OfAsync(Guid complaintId, CancellationToken cancellationToken)
    {
        var acts = await db.AuditActs.AsNoTracking().Where(a => a.SubjectId == complaintId && a.Verb == ClassifyComplaint.Audited)
            .OrderBy(a => a.Id).ToListAsync(cancellationToken);
        return [.. acts.Select(SetUrgency.Of).OfType<SetUrgency>()];
    }
}
