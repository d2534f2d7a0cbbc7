using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Phrases;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Talks;

/// <summary>
/// An officer takes a chat over from the bot, asked for or of their own accord. The person reads who speaks now; the
/// second who tries hears who was first.
/// </summary>
public sealed class TakeOver(
    SlrtDbContext db, NewTalk talks, AreaCatalogue areas, Outbox outbox, PhraseBook phrases, AuditTrail audit, DomainEvents events)
{
    public async Task<Outcome<Talk>> DoAsync(Guid conversationId, StaffScope actor, Provenance by, CancellationToken cancellationToken)
    {
        var conversation = await db.Conversations.SingleOrDefaultAsync(c => c.Id == conversationId, cancellationToken);
        if (conversation is null)
        {
            return Refusal.NotFound();
        }

        var running = await talks.RunningAsync(conversationId, cancellationToken);
        var talk = running ?? await talks.MakeAsync(conversation, TalkState.Requested, by, cancellationToken);
        if (!await talk.IsOpenToAsync(db, actor, cancellationToken))
        {
            return Refusal.NotFound();
        }

        if (talk.State == TalkState.Active)
        {
            return talk.TakenBy == actor.StaffId ? talk : Refusal.Conflict("taken_by_other");
        }

        talk.State = TalkState.Active;
        talk.TakenBy = actor.StaffId;
        talk.TakenAt = by.At;
        talk.LastActivityAt = by.At;
        conversation.WithOfficer = true;
        outbox.Enqueue(
            conversation, new MessageContent(Joined(conversation, actor, talk)), OutboundKind.Reply, $"handover:{talk.Id:N}:joined:{actor.StaffId:N}:{by.At.Ticks}", by.At,
            complaintId: talk.ComplaintId);
        audit.Record(by, "handover.taken", "conversation", conversationId, new { handover = talk.Id });
        events.Raise(new TalkChanged(talk.ConversationId, talk.Place(), by));
        return talk;
    }

    private string Joined(Conversation conversation, StaffScope actor, Talk talk)
    {
        var (role, area) = actor.Roles
            .Where(r => Permission.OfRole[r.Role].Contains(Permission.WriteToResidents))
            .First(r => talk.VillageCode is null || AreaCode.Contains(r.AreaCode, talk.VillageCode));
        return phrases.Get(
            conversation.Language, "handover.joined", ("name", actor.Name),
            ("role", phrases.Get(conversation.Language, $"role.{Codes.Of(role)}")), ("area", areas.Label(area)));
    }
}
