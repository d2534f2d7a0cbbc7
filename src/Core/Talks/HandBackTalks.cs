using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Phrases;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Talks;

/// <summary>
/// When someone leaves, whoever they were talking with waits for an officer again, in the same save: nobody writes into a chat
/// that nobody reads.
/// </summary>
public sealed class HandBackTalks(SlrtDbContext db, Outbox outbox, PhraseBook phrases, AuditTrail audit, DomainEvents events)
    : IEventHandler<StaffMemberDeactivated>
{
    public async Task HandleAsync(StaffMemberDeactivated happened, CancellationToken cancellationToken)
    {
        var (held, by) = (await db.Talks.Where(t => t.TakenBy == happened.StaffId && t.State == TalkState.Active).ToListAsync(cancellationToken), happened.By);
        foreach (var talk in held)
        {
            var conversation = await db.Conversations.SingleAsync(c => c.Id == talk.ConversationId, cancellationToken);
            conversation.WithOfficer = false;
            // Asked for now: how long the one who left had it says nothing about how long the next may take.
            (talk.State, talk.TakenBy, talk.TakenAt, talk.RequestedAt, talk.AlertedAt) = (TalkState.Requested, null, null, by.At, null);
            talk.LastActivityAt = by.At;
            outbox.Enqueue(
                conversation, new MessageContent(phrases.Get(conversation.Language, "handover.handed_back")), OutboundKind.Reply,
                $"handover:{talk.Id:N}:handed_back:{by.At.Ticks}", by.At, complaintId: talk.ComplaintId);
            audit.Record(by, "handover.handed_back", "conversation", talk.ConversationId, new { handover = talk.Id });
            events.Raise(new TalkChanged(talk.ConversationId, talk.Place(), by));
        }
    }
}
