using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.DataRequests;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Core.Proposals;

/// <summary>Who was proposed goes with the person's own words; that there was a proposal, and what came of it, stays.</summary>
public sealed class EmptyProposals(SlrtDbContext db, SealedColumns columns) : IEventHandler<ConversationErased>
{
    public async Task HandleAsync(ConversationErased happened, CancellationToken cancellationToken)
    {
        var proposals = await db.Proposals.Where(p => happened.ComplaintIds.Contains(p.ComplaintId)).ToListAsync(cancellationToken);
        var ids = proposals.Select(p => p.Id).ToList();
        proposals.ForEach(p =>
        {
            columns.Empty(p);
            p.WhomIndex = null;
        });
        (await db.ProposalMoves.Where(m => ids.Contains(m.ProposalId)).ToListAsync(cancellationToken)).ForEach(m => columns.Empty(m));
    }
}
