using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Complaints.Access;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Core.Talks;

/// <summary>Makes a talk's row: whose area it is follows from the chat's newest complaint, or from the village it spoke of.</summary>
public sealed class NewTalk(SlrtDbContext db, AreaCatalogue areas, DomainEvents events)
{
    /// <summary>The one that has not ended; at most one per chat.</summary>
    public Task<Talk?> RunningAsync(Guid conversationId, CancellationToken cancellationToken) => db.Talks
        .SingleOrDefaultAsync(
            t => t.ConversationId == conversationId && (t.State == TalkState.Requested || t.State == TalkState.Active), cancellationToken);

    /// <param name="isSensitive">Also where no complaint of the chat is.</param>
    public async Task<Talk> MakeAsync(
        Conversation conversation, TalkState state, Provenance by, CancellationToken cancellationToken, bool isSensitive = false)
    {
        var newest = await db.Complaints.AsNoTracking().Where(c => c.ConversationId == conversation.Id)
            .OrderBy(c => c.StatusType == StatusType.Settled).ThenByDescending(c => c.Id).FirstOrDefaultAsync(cancellationToken);
        var place = Place.Of(newest?.VillageCode ?? conversation.VillageCode, areas.HomeRegency);
        var talk = new Talk
        {
            Id = SequentialId.Next(by.At),
            ConversationId = conversation.Id,
            ComplaintId = newest?.Id,
            RegencyCode = place.RegencyCode,
            DistrictCode = place.DistrictCode,
            VillageCode = place.VillageCode,
            IsSensitive = isSensitive || await db.Complaints.Where(c => c.ConversationId == conversation.Id).Delicate().AnyAsync(cancellationToken),
            State = state,
            RequestedAt = by.At,
            LastActivityAt = by.At,
        };
        db.Add(talk);
        events.Raise(new TalkBegun(talk.Id, conversation.Id, by));
        return talk;
    }
}
