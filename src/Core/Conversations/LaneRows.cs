using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Core.Conversations;

/// <summary>The rows of one chat that a turn works on; all are tracked, so that the unit stores what becomes of them.</summary>
public sealed class LaneRows(SlrtDbContext db, LaneQuery head)
{
    /// <inheritdoc cref="LaneQuery.ReadAsync"/>
    public Task<LaneHead?> HeadAsync(byte[] lane, CancellationToken cancellationToken) => head.ReadAsync(db, lane, cancellationToken);

    /// <param name="lane">The chat's blind index.</param>
    /// <returns>Null for somebody who never wrote.</returns>
    public Task<Conversation?> ConversationAsync(byte[] lane, CancellationToken cancellationToken) =>
        db.Conversations.SingleOrDefaultAsync(c => c.AddressIndex == lane, cancellationToken);

    /// <summary>The message that came last; there is one.</summary>
    public Task<InboundMessage> NewestAsync(Guid conversationId, CancellationToken cancellationToken) =>
        db.InboundMessages.Where(m => m.ConversationId == conversationId).OrderByDescending(m => m.Id).FirstAsync(cancellationToken);

    /// <summary>What came in pieces went to a complaint as one: so does each piece.</summary>
    /// <param name="pieces">Ids of messages.</param>
    public async Task JoinAsync(IReadOnlyList<Guid> pieces, Guid complaintId, CancellationToken cancellationToken)
    {
        foreach (var piece in await db.InboundMessages.Where(m => pieces.Contains(m.Id)).ToListAsync(cancellationToken))
        {
            piece.ComplaintId = complaintId;
        }
    }
}
