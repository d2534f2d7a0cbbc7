using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.DataRequests;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Core.Referrals;

/// <summary>What partners were written about an erased person, and what they answered, goes with the person's own words.</summary>
public sealed class EmptyReferrals(SlrtDbContext db, SealedColumns columns) : IEventHandler<ConversationErased>
{
    public async Task HandleAsync(ConversationErased happened, CancellationToken cancellationToken)
    {
        foreach (var referral in await db.Referrals.Where(r => happened.ComplaintIds.Contains(r.ComplaintId)).ToListAsync(cancellationToken))
        {
            columns.Empty(referral);
        }
    }
}
