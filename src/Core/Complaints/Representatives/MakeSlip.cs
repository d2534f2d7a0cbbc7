using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Complaints.Access;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Language;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Sealing;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Complaints.Representatives;

/// <param name="Relation">What the person who gets the slip is to the person concerned; null where none was chosen.</param>
/// <param name="Way">How the person concerned agreed; null where they were not asked yet. Nobody has to agree to themselves.</param>
public sealed record MakeSlipInput(Guid ComplaintId, Relation? Relation, string? Name, ConsentWay? Way)
{
    public const int LongestName = 60;
}

/// <summary>A slip as it is shown once.</summary>
/// <param name="ExpiresAt">UTC.</param>
public sealed record Slip(string Code, DateTime ExpiresAt);

/// <summary>
/// Staff make the slip that joins another chat to a complaint: the phone of whoever came to the desk, or of somebody who
/// speaks for them. One slip of a complaint waits at a time.
/// </summary>
public sealed class MakeSlip(SlrtDbContext db, FieldCipher cipher, BlindIndex blind, AuditTrail audit, DomainEvents events)
{
    public async Task<Outcome<Slip>> DoAsync(MakeSlipInput input, StaffScope actor, Provenance by, CancellationToken cancellationToken)
    {
        var complaint = await db.Complaints.VisibleTo(actor).SingleOrDefaultAsync(c => c.Id == input.ComplaintId, cancellationToken);
        if (complaint is null)
        {
            return Refusal.NotFound();
        }

        if (!actor.MayDo(Permission.WriteToResidents, complaint))
        {
            return Refusal.Forbidden();
        }

        if (input.Relation is not { } relation || input.Way is ConsentWay.Chat)
        {
            return new Refusal("not_a_choice", input.Relation is null ? "relation" : "way");
        }

        if (input.Name?.Length > MakeSlipInput.LongestName)
        {
            return new Refusal("too_long", "name");
        }

        var before = await db.Representatives.Where(r => r.ComplaintId == complaint.Id && r.SlipHash != null).ToListAsync(cancellationToken);
        before.ForEach(r => (r.SlipHash, r.EndedAt) = (null, by.At));
        var code = SlipCode.New();
        var row = New(complaint, relation, input, by);
        (row.SlipHash, row.SlipExpiresAt) = (SlipCode.Hash(blind, code), by.At + SlipCode.Life);
        db.Add(row);
        audit.Record(by, "slip.made", "complaint", complaint.Id, new { representative = row.Id, relation = Codes.Of(relation) });
        events.Raise(new RepresentativeChanged(ComplaintKey.Of(complaint), by));
        return new Slip(code, row.SlipExpiresAt.Value);
    }

    private Representative New(Complaint complaint, Relation relation, MakeSlipInput input, Provenance by)
    {
        var id = SequentialId.Next(by.At);
        return new Representative
        {
            Id = id,
            ComplaintId = complaint.Id,
            Name = cipher.SealOptional(string.IsNullOrWhiteSpace(input.Name) ? null : TextFolding.CleanLine(input.Name), Representative.Table, id, "name"),
            Relation = relation,
            Consent = relation == Relation.Self || input.Way is not null ? RepresentativeConsent.Yes : RepresentativeConsent.Pending,
            Way = relation == Relation.Self ? input.Way ?? ConsentWay.Desk : input.Way,
            RecordedAt = by.At,
            RecordedBy = by.Kind,
            RecordedById = by.ActorId,
        };
    }
}
