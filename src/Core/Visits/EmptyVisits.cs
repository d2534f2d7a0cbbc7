using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.DataRequests;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Core.Visits;

/// <summary>
/// What was seen at an erased person's home goes with the person's own words, also the places of photos, whose files are forgotten with the
/// complaint's. That there was a visit, and how it was decided, stays.
/// </summary>
public sealed class EmptyVisits(SlrtDbContext db, SealedColumns columns) : IEventHandler<ConversationErased>
{
    public async Task HandleAsync(ConversationErased happened, CancellationToken cancellationToken)
    {
        var visits = await db.Visits.Where(v => happened.ComplaintIds.Contains(v.ComplaintId)).ToListAsync(cancellationToken);
        var ids = visits.Select(v => v.Id).ToList();
        visits.ForEach(v => columns.Empty(v));
        (await db.VisitRounds.Where(r => ids.Contains(r.VisitId)).ToListAsync(cancellationToken)).ForEach(r => columns.Empty(r));
        db.RemoveRange(await db.VisitValues.Where(v => ids.Contains(v.VisitId)).ToListAsync(cancellationToken));
        db.RemoveRange(await db.VisitPhotos.Where(p => ids.Contains(p.VisitId)).ToListAsync(cancellationToken));
    }
}
