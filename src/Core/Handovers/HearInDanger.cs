using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Files;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Core.Handovers;

/// <summary>What a person writes in an emergency before an officer is there: it stands in the thread at once.</summary>
public sealed class HearInDanger(SlrtDbContext db, NewHandover handovers, AuditTrail audit, DomainEvents events)
{
    /// <param name="conversation">Tracked.</param>
    /// <param name="message">The message of the turn at hand.</param>
    /// <param name="files">What it brought.</param>
    /// <param name="isAlarm">It was words of an emergency again.</param>
    /// <returns>False where no talk is running any more; what was written is kept with the chat all the same.</returns>
    public async Task<Outcome<bool>> DoAsync(
        Conversation conversation, InboundMessage message, IReadOnlyList<StoredFile> files, bool isAlarm, Provenance by, CancellationToken cancellationToken)
    {
        var handover = await handovers.RunningAsync(conversation.Id, cancellationToken);
        foreach (var file in files)
        {
            file.ComplaintId = handover?.ComplaintId;
            file.DraftId ??= handover?.ComplaintId is null ? conversation.DraftId : null;
        }

        if (handover is null)
        {
            return false;
        }

        if (isAlarm)
        {
            handover.Priority = HandoverPriority.Emergency;
            handover.AlertedAt = by.At;
        }

        handover.LastActivityAt = by.At;
        message.ComplaintId ??= handover.ComplaintId;
        audit.Record(by, "resident.wrote", "conversation", conversation.Id);
        events.Raise(new HandoverChanged(handover.ConversationId, handover.Place(), by));
        if (await db.Complaints.AsNoTracking().SingleOrDefaultAsync(c => c.Id == handover.ComplaintId, cancellationToken) is { } complaint)
        {
            events.Raise(new ResidentWrote(ComplaintKey.Of(complaint), by));
        }

        return true;
    }
}
