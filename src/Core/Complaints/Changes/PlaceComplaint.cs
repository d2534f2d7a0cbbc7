using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Complaints.Access;
using SlrtBot.Core.Complaints.Moves;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Sealing;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Complaints.Changes;

/// <param name="Version">The version that the staff member saw.</param>
/// <param name="AreaCode">Of a village, or of a sub-district while no more is known.</param>
public sealed record PlaceComplaintInput(Guid ComplaintId, int Version, string? AreaCode)
{
    /// <summary>How it is known, for colleagues.</summary>
    public string? Note { get; init; }

    /// <summary>Made with the form, so that a double press keeps one note.</summary>
    public Guid NoteId { get; init; }

    public string? GivenNote => string.IsNullOrWhiteSpace(Note) ? null : Note.Trim();
}

/// <summary>
/// Staff say in which village a complaint lies that was lodged without one, or put a wrong one right. From then on the
/// colleagues of that village see it. The promise stays, and the resident, who knows where they live, is told nothing.
/// </summary>
public sealed class PlaceComplaint(
    SlrtDbContext db, AreaCatalogue areas, LayDown layDown, FieldCipher cipher, AuditTrail audit, DomainEvents events)
{
    public async Task<Outcome<Complaint>> DoAsync(
        PlaceComplaintInput input, StaffScope actor, Provenance by, CancellationToken cancellationToken)
    {
        var complaint = await db.Complaints.VisibleTo(actor).SingleOrDefaultAsync(c => c.Id == input.ComplaintId, cancellationToken);
        if (complaint is null)
        {
            return Refusal.NotFound();
        }

        if (!actor.MayDo(Permission.ReceiveComplaints, complaint))
        {
            return Refusal.Forbidden();
        }

        // Pressed twice, or said by two: it lies there already.
        if (complaint.VillageCode == input.AreaCode)
        {
            return complaint;
        }

        if (complaint.Version != input.Version)
        {
            return Refusal.Conflict("stale");
        }

        if (input.Note?.Length > MoveComplaintInput.LongestText)
        {
            return new Refusal("too_long", "note");
        }

        if (areas.Find(input.AreaCode ?? "") is not { } area || !Placing.Allows(actor, complaint, area))
        {
            return new Refusal("not_a_place", "area");
        }

        await PlaceAsync(complaint, area.Code, input, actor, by, cancellationToken);
        return complaint;
    }

    private async Task PlaceAsync(
        Complaint complaint, string to, PlaceComplaintInput input, StaffScope actor, Provenance by, CancellationToken cancellationToken)
    {
        var (from, before, note) = (complaint.VillageCode, ComplaintKey.Of(complaint), input.GivenNote is null ? (Guid?)null : input.NoteId);
        complaint.PlaceAt(to);
        audit.Record(by, "complaint.placed", "complaint", complaint.Id, new { from, to, note });
        if (input.GivenNote is { } words)
        {
            db.Add(ComplaintNote.Of(complaint.Id, input.NoteId, words, actor, by, cipher));
        }

        db.Add(new Placement
        {
            Id = SequentialId.Next(by.At),
            ComplaintId = complaint.Id,
            FromCode = from,
            ToCode = to,
            NoteId = note,
            StaffId = actor.StaffId,
            At = by.At,
        });
        if (await db.Conversations.SingleOrDefaultAsync(c => c.Id == complaint.ConversationId && c.VillageCode == from, cancellationToken) is { } chat)
        {
            chat.VillageCode = to;
        }

        await layDown.UnlessAsync(complaint, holder => holder.MayHold(complaint), by, cancellationToken);
        events.Raise(new ComplaintPlaced(ComplaintKey.Of(complaint), before, by));
    }
}
