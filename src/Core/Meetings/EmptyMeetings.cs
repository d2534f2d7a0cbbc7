using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.DataRequests;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Core.Meetings;

/// <summary>
/// What a village said about an erased person goes with the person's own words; that it decided, and its signed minutes, which speak of
/// others as well, stay.
/// </summary>
public sealed class EmptyMeetings(SlrtDbContext db, SealedColumns columns) : IEventHandler<ConversationErased>
{
    public async Task HandleAsync(ConversationErased happened, CancellationToken cancellationToken)
    {
        var proposals = await db.Proposals.Where(p => happened.ComplaintIds.Contains(p.ComplaintId)).Select(p => p.Id).ToListAsync(cancellationToken);
        (await db.MeetingItems.Where(i => proposals.Contains(i.ProposalId)).ToListAsync(cancellationToken)).ForEach(i => columns.Empty(i));
    }
}
