using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Sealing;

namespace SlrtBot.Core.Complaints.Lodging;

/// <summary>
/// Whoever files a complaint for somebody else becomes the representative, with consent still to be asked. A child's
/// parent is its guardian at once.
/// </summary>
public sealed class FilingRepresentative(SlrtDbContext db, FieldCipher cipher)
{
    public void Add(Complaint complaint, LodgeComplaintInput input, Provenance by)
    {
        if (input.IsChild)
        {
            complaint.GuardianRelation = Relation.Parent;
            complaint.GuardianName = cipher.SealOptional(input.ReporterName, Complaint.Table, complaint.Id, "guardian_name");
        }

        if (!complaint.IsRepresented || complaint.ConversationId is not { } chat)
        {
            return;
        }

        var id = SequentialId.Next(by.At);
        db.Add(new Representative
        {
            Id = id,
            ComplaintId = complaint.Id,
            ConversationId = chat,
            Name = cipher.SealOptional(input.ReporterName, Representative.Table, id, "name"),
            Relation = input.IsChild ? Relation.Parent : Representative.RelationOf(input.Subject),
            Consent = input.IsChild ? RepresentativeConsent.Guardian : RepresentativeConsent.Pending,
            Way = input.IsChild ? ConsentWay.Chat : null,
            RecordedAt = by.At,
            RecordedBy = by.Kind,
            RecordedById = by.ActorId,
        });
    }
}
