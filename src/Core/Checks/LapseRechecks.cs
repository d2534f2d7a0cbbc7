using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.DataRequests;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Core.Checks;

/// <summary>What a new list says of a complaint that is settled is told with its outcome, or not at all.</summary>
public sealed class LapseRechecks(SlrtDbContext db) : IEventHandler<ComplaintMoved>
{
    public async Task HandleAsync(ComplaintMoved happened, CancellationToken cancellationToken)
    {
        if (happened.To.Type() == StatusType.Settled
            && await db.Rechecks.SingleOrDefaultAsync(r => r.ComplaintId == happened.Complaint.Id && r.EndedAt == null, cancellationToken) is { } open)
        {
            open.Lapse(null, happened.By.At);
        }
    }
}

/// <summary>Deciles and programmes, and why somebody was not told of them, go with the person's own words.</summary>
public sealed class EmptyRechecks(SlrtDbContext db, SealedColumns columns) : IEventHandler<ConversationErased>
{
    public async Task HandleAsync(ConversationErased happened, CancellationToken cancellationToken)
    {
        foreach (var recheck in await db.Rechecks.Where(r => happened.ComplaintIds.Contains(r.ComplaintId)).ToListAsync(cancellationToken))
        {
            columns.Empty(recheck);
        }
    }
}
