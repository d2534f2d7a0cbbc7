using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Complaints.Access;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Sealing;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Complaints.Representatives;

/// <param name="RepresentativeId">Null for the chat that filed a complaint of before representatives were recorded.</param>
/// <param name="Way">How the consent was given; null to take it back.</param>
public sealed record RecordConsentInput(Guid ComplaintId, Guid? RepresentativeId, ConsentWay? Way);

/// <summary>
/// Staff have asked the person concerned, and record that a representative may hear of the complaint; or that the person
/// has taken this back.
/// </summary>
public sealed class RecordConsent(SlrtDbContext db, FieldCipher cipher, AuditTrail audit, DomainEvents events)
{
    public async Task<Outcome<Representative>> DoAsync(
        RecordConsentInput input, StaffScope actor, Provenance by, CancellationToken cancellationToken)
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

        if (input.Way is ConsentWay.Chat)
        {
            return new Refusal("not_a_choice", "way");
        }

        if (await FindAsync(complaint, input.RepresentativeId, by, cancellationToken) is not { } row)
        {
            return Refusal.NotFound();
        }

        if (input.Way is { } way)
        {
            (row.Consent, row.Way, row.TextVersion, row.WithdrawnAt) = (RepresentativeConsent.Yes, way, null, null);
            (row.RecordedAt, row.RecordedBy, row.RecordedById) = (by.At, by.Kind, by.ActorId);
        }
        else
        {
            row.WithdrawnAt ??= by.At;
        }

        audit.Record(
            by, input.Way is null ? "consent.withdrawn" : "consent.recorded", "complaint", complaint.Id,
            new { representative = row.Id, way = input.Way is { } told ? Codes.Of(told) : null });
        events.Raise(new RepresentativeChanged(ComplaintKey.Of(complaint), by));
        return row;
    }

    private async Task<Representative?> FindAsync(
        Complaint complaint, Guid? representativeId, Provenance by, CancellationToken cancellationToken)
    {
        if (representativeId is { } id)
        {
            return await db.Representatives.SingleOrDefaultAsync(
                r => r.Id == id && r.ComplaintId == complaint.Id && r.EndedAt == null, cancellationToken);
        }

        if (complaint is not { ConversationId: { } chat, IsRepresented: true })
        {
            return null;
        }

        var recorded = await db.Representatives.FirstOrDefaultAsync(
            r => r.ComplaintId == complaint.Id && r.ConversationId == chat && r.EndedAt == null, cancellationToken);
        return recorded ?? New(complaint, chat, by);
    }

    private Representative New(Complaint complaint, Guid chat, Provenance by)
    {
        var id = SequentialId.Next(by.At);
        var row = new Representative
        {
            Id = id,
            ComplaintId = complaint.Id,
            ConversationId = chat,
            Name = cipher.SealOptional(
                cipher.OpenOptional(complaint.ReporterName, Complaint.Table, complaint.Id, "reporter_name"), Representative.Table, id, "name"),
            Relation = Representative.RelationOf(complaint.Subject),
            Consent = RepresentativeConsent.Pending,
            RecordedAt = by.At,
            RecordedBy = by.Kind,
        };
        db.Add(row);
        return row;
    }
}
