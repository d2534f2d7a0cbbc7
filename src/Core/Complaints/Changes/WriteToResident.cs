using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Complaints.Access;
using SlrtBot.Core.Complaints.Moves;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Phrases;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Complaints.Changes;

/// <summary>A staff member's own words go to the chat that the complaint came from.</summary>
public sealed class WriteToResident(SlrtDbContext db, Outbox outbox, PhraseBook phrases, AuditTrail audit, DomainEvents events)
{
    /// <param name="messageId">Made with the form, so that a double press sends one message.</param>
    public async Task<Outcome<Done>> DoAsync(
        Guid complaintId, Guid messageId, string text, StaffScope actor, Provenance by, CancellationToken cancellationToken)
    {
        var complaint = await db.Complaints.VisibleTo(actor).SingleOrDefaultAsync(c => c.Id == complaintId, cancellationToken);
        if (complaint is null)
        {
            return Refusal.NotFound();
        }

        if (!actor.MayDo(Permission.WriteToResidents, complaint))
        {
            return Refusal.Forbidden();
        }

        if (string.IsNullOrWhiteSpace(text))
        {
            return new Refusal("required", "text");
        }

        if (text.Length > MoveComplaintInput.LongestText)
        {
            return new Refusal("too_long", "text");
        }

        var conversation = await db.Conversations.SingleOrDefaultAsync(c => c.Id == complaint.ConversationId, cancellationToken);
        if (conversation is null)
        {
            return Refusal.Conflict("no_chat");
        }

        var dedupeKey = $"staff:{messageId:N}";
        if (await db.OutboundMessages.AnyAsync(m => m.DedupeKey == dedupeKey, cancellationToken))
        {
            return default(Done);
        }

        var words = phrases.Get(
            conversation.Language, "notice.staff_message", ("reference", complaint.Reference), ("name", actor.Name), ("text", text.Trim()));
        outbox.Enqueue(
            conversation, new MessageContent(words) { Reference = complaint.Reference }, OutboundKind.Staff, dedupeKey, by.At,
            complaintId: complaint.Id, staffId: actor.StaffId);
        audit.Record(by, "resident.written_to", "complaint", complaint.Id);
        events.Raise(new StaffWrote(ComplaintKey.Of(complaint), by));
        return default(Done);
    }
}
