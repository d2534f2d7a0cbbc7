using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Complaints.Access;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Sealing;

namespace SlrtBot.Core.Complaints.Representatives;

/// <param name="Guardian">Of a child: what the reporter is to it; <see cref="Relation.Other"/> where somebody else is its guardian.</param>
/// <param name="GuardianName">That somebody's name.</param>
/// <param name="TextVersion">Of the question that was answered.</param>
public sealed record AnswerForOtherInput(
    Guid ComplaintId, RepresentativeConsent Consent, string TextVersion, Relation? Guardian = null, string? GuardianName = null);

/// <summary>The reporter says whether the person concerned wants them to hear of the complaint.</summary>
public sealed class AnswerForOther(SlrtDbContext db, ChatWall wall, FieldCipher cipher, AuditTrail audit, DomainEvents events)
{
    private const string Table = "complaint";

    /// <returns>Refused with <c>consent_withdrawn</c>: only staff record it again then.</returns>
    public async Task<Outcome<Complaint>> DoAsync(AnswerForOtherInput input, Provenance by, CancellationToken cancellationToken)
    {
        var heard = await wall.HeardAsync(input.ComplaintId, by, cancellationToken);
        if (!heard.Succeeded)
        {
            return heard;
        }

        var complaint = heard.Value;

        var row = await db.Representatives.FirstOrDefaultAsync(
            r => r.ComplaintId == complaint.Id && r.ConversationId == by.ActorId && r.EndedAt == null, cancellationToken);
        if (row?.WithdrawnAt is not null)
        {
            return Refusal.Conflict("consent_withdrawn");
        }

        row ??= New(complaint, by);
        Record(row, input, by);
        if (input.Guardian is { } relation)
        {
            NameGuardian(complaint, row, relation, input.GuardianName);
        }

        audit.Record(by, "consent.answered", Table, complaint.Id, new { representative = row.Id, consent = Codes.Of(row.Consent) });
        events.Raise(new RepresentativeChanged(ComplaintKey.Of(complaint), by));
        return complaint;
    }

    private Representative New(Complaint complaint, Provenance by)
    {
        var row = new Representative
        {
            Id = SequentialId.Next(by.At),
            ComplaintId = complaint.Id,
            ConversationId = by.ActorId,
            Relation = Representative.RelationOf(complaint.Subject),
            Consent = RepresentativeConsent.Pending,
            RecordedAt = by.At,
            RecordedBy = by.Kind,
        };
        db.Add(row);
        return row;
    }

    private static void Record(Representative row, AnswerForOtherInput input, Provenance by)
    {
        row.Consent = input.Consent;
        row.Way = ConsentWay.Chat;
        row.TextVersion = input.TextVersion;
        row.RecordedAt = by.At;
        row.RecordedBy = by.Kind;
        row.RecordedById = by.ActorId;
    }

    private void NameGuardian(Complaint complaint, Representative row, Relation relation, string? named)
    {
        complaint.IsChild = true;
        complaint.GuardianRelation = relation;
        if (relation is Relation.Parent or Relation.Guardian)
        {
            row.Relation = relation;
            named = cipher.OpenOptional(complaint.ReporterName, Complaint.Table, complaint.Id, "reporter_name");
        }

        complaint.GuardianName = cipher.SealOptional(named, Complaint.Table, complaint.Id, "guardian_name");
    }
}
