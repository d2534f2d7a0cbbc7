using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Complaints.Access;
using SlrtBot.Core.Complaints.Moves;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Sealing;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Complaints.Changes;

/// <summary>A note among colleagues.</summary>
public sealed class AddNote(SlrtDbContext db, FieldCipher cipher, AuditTrail audit, DomainEvents events)
{
    /// <param name="noteId">Made with the form, so that a double press adds one note.</param>
    public async Task<Outcome<Done>> DoAsync(
        Guid complaintId, Guid noteId, string text, StaffScope actor, Provenance by, CancellationToken cancellationToken)
    {
        var complaint = await db.Complaints.VisibleTo(actor).SingleOrDefaultAsync(c => c.Id == complaintId, cancellationToken);
        if (complaint is null)
        {
            return Refusal.NotFound();
        }

        if (string.IsNullOrWhiteSpace(text))
        {
            return new Refusal("required", "text");
        }

        if (text.Length > MoveComplaintInput.LongestText)
        {
            return new Refusal("too_long", "text");
        }

        if (await db.ComplaintNotes.AnyAsync(n => n.Id == noteId, cancellationToken))
        {
            return default(Done);
        }

        db.Add(ComplaintNote.Of(complaintId, noteId, text, actor, by, cipher));
        audit.Record(by, "complaint.noted", "complaint", complaintId);
        events.Raise(new ComplaintNoted(ComplaintKey.Of(complaint), by));
        return default(Done);
    }
}
