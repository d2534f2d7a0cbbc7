using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Complaints.Access;
using SlrtBot.Core.Complaints.Lodging;
using SlrtBot.Core.Complaints.Moves;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Language;
using SlrtBot.Core.Numbers;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Sealing;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Complaints.Intake;

/// <param name="DraftId">Made with the form: a double press adds once.</param>
/// <param name="Heading">Stands before the words: how they came, as colleagues read it.</param>
public sealed record AddAtDeskInput(Guid DraftId, string? Reference, string? Story, string Heading, DeskChannel? Channel);

/// <summary>
/// Somebody comes again about a complaint that is open: what they say joins it instead of becoming a second one, and where staff
/// waited for it the work goes on.
/// </summary>
public sealed class AddAtDesk(SlrtDbContext db, FieldCipher cipher, ApplyMove moves, AuditTrail audit, DomainEvents events)
{
    /// <returns>Refused with <c>settled</c> where there is nothing left to add to: that becomes a complaint of its own.</returns>
    public async Task<Outcome<Complaint>> DoAsync(AddAtDeskInput input, StaffScope actor, Provenance by, CancellationToken cancellationToken)
    {
        if (!ReferenceCode.TryParse(input.Reference, out var reference)
            || await db.Complaints.VisibleTo(actor).SingleOrDefaultAsync(c => c.Reference == reference, cancellationToken) is not { } complaint)
        {
            return Refusal.NotFound();
        }

        if (!actor.MayDo(Permission.ReceiveComplaints, complaint))
        {
            return Refusal.Forbidden();
        }

        var words = TextFolding.Clean(input.Story ?? "").Trim();
        if (words.Length == 0)
        {
            return new Refusal("required", nameof(RegisterComplaintInput.Story));
        }

        if (words.Length > MoveComplaintInput.LongestText)
        {
            return new Refusal("too_long", nameof(RegisterComplaintInput.Story));
        }

        if (await db.ComplaintNotes.AnyAsync(n => n.Id == input.DraftId, cancellationToken))
        {
            return complaint;
        }

        if (complaint.StatusType == StatusType.Settled)
        {
            return Refusal.Conflict("settled");
        }

        db.Add(ComplaintNote.Of(complaint.Id, input.DraftId, $"{input.Heading}: {StrayNumbers.Mask(words)}", actor, by, cipher));
        complaint.KeepNumbers([.. StrayNumbers.In(words).Select(n => n.Digits).Distinct()], cipher);
        audit.Record(by, "complaint.added_at_desk", "complaint", complaint.Id, new { channel = input.Channel is { } channel ? Codes.Of(channel) : null });
        events.Raise(new ComplaintNoted(ComplaintKey.Of(complaint), by));
        return complaint.Status == ComplaintStatus.NeedsInformation
            ? await moves.ApplyAsync(complaint, "resume", new Given(by) { May = permission => actor.MayDo(permission, complaint) }, cancellationToken)
            : complaint;
    }
}
