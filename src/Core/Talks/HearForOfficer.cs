using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Files;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Core.Talks;

/// <summary>What a resident writes while an officer has the chat: kept for the officer, on the complaint's page too.</summary>
public sealed class HearForOfficer(SlrtDbContext db, NewTalk talks, AuditTrail audit, DomainEvents events)
{
    /// <param name="message">The message of the turn at hand.</param>
    /// <param name="files">What it brought.</param>
    /// <returns>Refused where no officer has the chat any more.</returns>
    public async Task<Outcome<Talk>> DoAsync(
        Conversation conversation, InboundMessage message, IReadOnlyList<StoredFile> files, Provenance by, CancellationToken cancellationToken)
    {
        if (await talks.RunningAsync(conversation.Id, cancellationToken) is not { State: TalkState.Active } talk)
        {
            conversation.WithOfficer = false;
            return Refusal.Conflict("handover_over");
        }

        talk.LastActivityAt = by.At;
        message.ComplaintId = talk.ComplaintId;
        foreach (var file in files)
        {
            file.ComplaintId = talk.ComplaintId;
        }

        audit.Record(by, "resident.wrote", "conversation", conversation.Id);
        events.Raise(new TalkChanged(talk.ConversationId, talk.Place(), by));
        if (await db.Complaints.AsNoTracking().SingleOrDefaultAsync(c => c.Id == talk.ComplaintId, cancellationToken) is { } complaint)
        {
            events.Raise(new ResidentWrote(ComplaintKey.Of(complaint), by));
        }

        return talk;
    }
}
