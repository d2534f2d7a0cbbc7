using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Core.Visits;

/// <summary>When somebody comes to a house.</summary>
public sealed record PlannedDay(DateOnly On, PartOfDay Part);

/// <summary>What a resident's chat may know of visits: that one is planned.</summary>
public sealed class ChatVisits(SlrtDbContext db)
{
    /// <returns>Null where nobody is to come.</returns>
    public Task<PlannedDay?> DayOfAsync(Guid complaintId, CancellationToken cancellationToken) => db.Visits
        .Where(v => v.ComplaintId == complaintId && v.Status == VisitStatus.Planned).Select(v => new PlannedDay(v.PlannedOn, v.Part)).SingleOrDefaultAsync(cancellationToken);

    /// <summary>Of these, those to whose house somebody is to come.</summary>
    public async Task<IReadOnlyList<Complaint>> PlannedAsync(IReadOnlyList<Complaint> complaints, CancellationToken cancellationToken)
    {
        var inField = complaints.Where(c => c.Status == ComplaintStatus.FieldVerification).ToList();
        if (inField.Count == 0)
        {
            return [];
        }

        var ids = inField.ConvertAll(c => c.Id);
        var planned = await db.Visits.Where(v => ids.Contains(v.ComplaintId) && (v.Status == VisitStatus.Planned || v.Status == VisitStatus.Returned))
            .Select(v => v.ComplaintId).ToListAsync(cancellationToken);
        return inField.FindAll(c => planned.Contains(c.Id));
    }
}
