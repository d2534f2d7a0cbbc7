using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Complaints.Access;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Sealing;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Complaints.Changes;

/// <summary>
/// Staff correct what a complaint is, which programme it is about and how urgent it is. What it was lodged as stays beside
/// it, and so does the day that the resident was promised. Who calls an emergency less than one says why.
/// </summary>
public sealed class ClassifyComplaint(SlrtDbContext db, FieldCipher cipher, AuditTrail audit, DomainEvents events)
{
    public async Task<Outcome<Complaint>> DoAsync(
        ClassifyComplaintInput input, StaffScope actor, Provenance by, CancellationToken cancellationToken)
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

        var isSame = (complaint.Kind, complaint.ProgrammeCode, complaint.Urgency)
            == (input.Kind, input.ProgrammeCode, input.Urgency ?? complaint.Urgency);
        if (input.GivenNote is null ? isSame : await db.ComplaintNotes.AnyAsync(n => n.Id == input.NoteId, cancellationToken))
        {
            return complaint;
        }

        if (complaint.Version != input.Version)
        {
            return Refusal.Conflict("stale");
        }

        if (input.ProgrammeCode is { } code && !await db.Programmes.AnyAsync(p => p.Code == code, cancellationToken))
        {
            return new Refusal("unknown_programme", "programme");
        }

        return input.Problems(complaint.Urgency).ToList() is { Count: > 0 } problems ? problems : Apply(complaint, input, actor, by);
    }

    private Complaint Apply(Complaint complaint, ClassifyComplaintInput input, StaffScope actor, Provenance by)
    {
        var urgency = input.Urgency ?? complaint.Urgency;
        audit.Record(by, "complaint.classified", "complaint", complaint.Id, new
        {
            from = Codes.Of(complaint.Kind),
            to = Codes.Of(input.Kind),
            programme_from = complaint.ProgrammeCode,
            programme_to = input.ProgrammeCode,
            urgency_from = Codes.Of(complaint.Urgency),
            urgency_to = Codes.Of(urgency),
            note = input.GivenNote is null ? (Guid?)null : input.NoteId,
        });
        if (input.GivenNote is { } note)
        {
            db.Add(ComplaintNote.Of(complaint.Id, input.NoteId, note, actor, by, cipher));
        }

        if ((complaint.Kind, complaint.ProgrammeCode) != (input.Kind, input.ProgrammeCode))
        {
            complaint.Classify(input.Kind, input.ProgrammeCode);
            events.Raise(new ComplaintClassified(ComplaintKey.Of(complaint), by));
        }

        if (complaint.Urgency != urgency)
        {
            db.Add(new UrgencyRevision
            {
                Id = SequentialId.Next(by.At),
                ComplaintId = complaint.Id,
                FromUrgency = complaint.Urgency,
                ToUrgency = urgency,
                NoteId = input.GivenNote is null ? null : input.NoteId,
                StaffId = actor.StaffId,
                At = by.At,
            });
            complaint.Urgency = urgency;
            events.Raise(new UrgencyChanged(ComplaintKey.Of(complaint), by));
        }

        return complaint;
    }
}
