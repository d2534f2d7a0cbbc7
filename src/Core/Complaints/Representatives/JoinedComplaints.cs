using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Core.Complaints.Representatives;

/// <param name="Relation">What the chat's person is to the one whom the complaint concerns.</param>
/// <param name="IsNamed">The name of the chat's person was written down with the slip.</param>
public sealed record JoinedComplaint(Complaint Complaint, Relation Relation, bool IsNamed);

/// <summary>The complaints of which a chat hears because a slip has joined it to them.</summary>
public sealed class JoinedComplaints(SlrtDbContext db)
{
    private const int Most = 20;

    /// <param name="among">Where to look: all, or those that the reader may see.</param>
    /// <returns>Newest first, at most twenty.</returns>
    public async Task<IReadOnlyList<JoinedComplaint>> OfAsync(IQueryable<Complaint> among, Guid chat, CancellationToken cancellationToken)
    {
        var rows = await db.Representatives.AsNoTracking()
            .Where(r => r.ConversationId == chat && r.LinkedAt != null && r.EndedAt == null)
            .Join(among.AsNoTracking().Where(c => c.ConversationId != chat), r => r.ComplaintId, c => c.Id, (r, c) => new { Row = r, Complaint = c })
            .OrderByDescending(j => j.Complaint.Id).Take(Most).ToListAsync(cancellationToken);
        return [.. rows.Select(j => new JoinedComplaint(j.Complaint, j.Row.Relation, j.Row.Name is not null))];
    }
}
