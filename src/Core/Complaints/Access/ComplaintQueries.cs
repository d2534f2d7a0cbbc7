using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Core.Complaints.Access;

/// <summary>What a resident may see: the complaints that the chat filed, and those that it was joined to by a slip.</summary>
public sealed class ComplaintQueries(SlrtDbContext db)
{
    private const int Most = 20;

    /// <summary>Newest first, at most twenty.</summary>
    public async Task<List<Complaint>> OfConversationAsync(Guid conversationId, CancellationToken cancellationToken)
    {
        // Two questions: one with "or" between them could not use the index of either.
        var joined = await db.Representatives
            .Where(r => r.ConversationId == conversationId && r.LinkedAt != null && r.EndedAt == null)
            .Select(r => r.ComplaintId).ToListAsync(cancellationToken);
        var filed = await db.Complaints.Where(c => c.ConversationId == conversationId)
            .OrderByDescending(c => c.Id).Take(Most).ToListAsync(cancellationToken);
        if (joined.Count == 0)
        {
            return filed;
        }

        var others = await db.Complaints.Where(c => joined.Contains(c.Id)).ToListAsync(cancellationToken);
        return [.. filed.Union(others).OrderByDescending(c => c.LodgedAt).Take(Most)];
    }

    /// <summary>Null for a miss and for a complaint of another chat alike.</summary>
    public Task<Complaint?> OfReferenceInConversationAsync(string reference, Guid conversationId, CancellationToken cancellationToken) =>
        db.Complaints.InChat(db, conversationId).SingleOrDefaultAsync(c => c.Reference == reference, cancellationToken);
}
