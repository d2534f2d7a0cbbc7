using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Core.Complaints;

/// <summary>What a resident may see: the complaints of the chat that filed them.</summary>
public sealed class ComplaintQueries(SlrtDbContext db)
{
    /// <summary>Newest first, at most twenty.</summary>
    public Task<List<Complaint>> OfConversationAsync(Guid conversationId, CancellationToken cancellationToken) =>
        db.Complaints.Where(c => c.ConversationId == conversationId)
            .OrderByDescending(c => c.Id).Take(20).ToListAsync(cancellationToken);

    /// <summary>Null for a miss and for a complaint of another chat alike.</summary>
    public Task<Complaint?> OfReferenceInConversationAsync(string reference, Guid conversationId, CancellationToken cancellationToken) =>
        db.Complaints.SingleOrDefaultAsync(c => c.Reference == reference && c.ConversationId == conversationId, cancellationToken);
}
