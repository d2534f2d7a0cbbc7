using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.DataRequests;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Core.Handovers;

/// <summary>What desks wrote to each other about an erased person goes with the person's own words.</summary>
public sealed class EmptyHandovers(SlrtDbContext db, SealedColumns columns) : IEventHandler<ConversationErased>
{
    public async Task HandleAsync(ConversationErased happened, CancellationToken cancellationToken)
    {
        foreach (var handover in await db.Handovers.Where(h => happened.ComplaintIds.Contains(h.ComplaintId)).ToListAsync(cancellationToken))
        {
            columns.Empty(handover);
        }
    }
}
