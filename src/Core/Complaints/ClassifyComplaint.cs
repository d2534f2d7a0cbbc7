using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Complaints;

/// <param name="Version">The version that the staff member saw.</param>
/// <param name="ProgrammeCode">Of the programme catalogue; null for none.</param>
public sealed record ClassifyComplaintInput(Guid ComplaintId, int Version, ComplaintKind Kind, string? ProgrammeCode);

/// <summary>
/// Staff correct what a complaint is and which programme it is about. What it was lodged as stays beside it, and so does
/// the day that the resident was promised.
/// </summary>
public sealed class ClassifyComplaint(SlrtDbContext db, AuditTrail audit, DomainEvents events)
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

        if ((complaint.Kind, complaint.ProgrammeCode) == (input.Kind, input.ProgrammeCode))
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

        audit.Record(by, "complaint.classified", "complaint", complaint.Id, new
        {
            from = Codes.Of(complaint.Kind),
            to = Codes.Of(input.Kind),
            programme_from = complaint.ProgrammeCode,
            programme_to = input.ProgrammeCode,
        });
        complaint.Classify(input.Kind, input.ProgrammeCode);
        events.Raise(new ComplaintClassified(ComplaintKey.Of(complaint)));
        return complaint;
    }
}
