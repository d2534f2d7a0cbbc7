using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Handovers;

/// <summary>
/// An officer takes a chat over from the bot, asked for or of their own accord. The person reads who speaks now; the
/// second who tries hears who was first.
/// </summary>
public sealed class TakeOver(
    SlrtDbContext db, NewHandover handovers, AreaCatalogue areas, Outbox outbox, PhraseBook phrases, AuditTrail audit, DomainEvents events)
{
    public async Task<Outcome<Handover>> DoAsync(Guid conversationId, StaffScope actor, Provenance by, CancellationToken cancellationToken)
    {
        var conversation = await db.Conversations.SingleOrDefaultAsync(c => c.Id == conversationId, cancellationToken);
        if (conversation is null)
        {
            return Refusal.NotFound();
        }

        var running = await handovers.RunningAsync(conversationId, cancellationToken);
        var handover = running ?? await handovers.MakeAsync(conversation, HandoverState.Requested, by, cancellationToken);
        if (!await handover.IsOpenToAsync(db, actor, cancellationToken))
        {
            return Refusal.NotFound();
        }

        if (handover.State == HandoverState.Active)
        {
            return handover.TakenBy == actor.StaffId ? handover : Refusal.Conflict("taken_by_other");
        }

        handover.State = HandoverState.Active;
        handover.TakenBy = actor.StaffId;
        handover.TakenAt = by.At;
        handover.LastActivityAt = by.At;
        conversation.WithOfficer = true;
        outbox.Enqueue(
            conversation, new MessageContent(Joined(conversation, actor, handover)), OutboundKind.Reply, $"handover:{handover.Id:N}:joined", by.At,
            complaintId: handover.ComplaintId);
        audit.Record(by, "handover.taken", "conversation", conversationId, new { handover = handover.Id });
        events.Raise(new HandoverChanged(handover.ConversationId, handover.Place(), by));
        return handover;
    }

    private string Joined(Conversation conversation, StaffScope actor, Handover handover)
    {
        var (role, area) = actor.Roles
            .Where(r => Permission.OfRole[r.Role].Contains(Permission.WriteToResidents))
            .First(r => handover.VillageCode is null || AreaCode.Contains(r.AreaCode, handover.VillageCode));
        return phrases.Get(
            conversation.Language, "handover.joined", ("name", actor.Name),
            ("role", phrases.Get(conversation.Language, $"role.{Codes.Of(role)}")), ("area", areas.Label(area)));
    }
}
