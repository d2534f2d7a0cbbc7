using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Sealing;

namespace SlrtBot.Core.Complaints.Lodging;

public sealed record LodgeComplaintInput
{
    /// <summary>Unique on the complaint: lodging the same draft again returns the complaint it became.</summary>
    public required Guid DraftId { get; init; }

    public Guid? ConversationId { get; init; }

    public required string Channel { get; init; }

    public required string CategoryCode { get; init; }

    public ComplaintKind Kind { get; init; } = ComplaintKind.Complaint;

    /// <summary>The programme that it is about, as far as that is known.</summary>
    public string? ProgrammeCode { get; init; }

    public required Subject Subject { get; init; }

    /// <summary>The person concerned, where it is not the one who writes.</summary>
    public string? SubjectName { get; init; }

    /// <summary>The person concerned is the reporter's child, under 18.</summary>
    public bool IsChild { get; init; }

    public required string Story { get; init; }

    /// <summary>The closest area that the person knows: a village, else a sub-district, else the regency.</summary>
    public required string VillageCode { get; init; }

    public string? Address { get; init; }

    /// <summary>Where the KTP says that the person lives, where that is elsewhere.</summary>
    public string? CardAddress { get; init; }

    /// <summary>"latitude,longitude" in degrees, WGS 84.</summary>
    public string? Location { get; init; }

    public string? ReporterName { get; init; }

    /// <summary>E.164.</summary>
    public string? Phone { get; init; }

    /// <summary>16 digits.</summary>
    public string? NationalId { get; init; }

    /// <summary>Other 16-digit numbers that were written into the story, which has them masked.</summary>
    public IReadOnlyList<string> WrittenNumbers { get; init; } = [];

    /// <summary>Whom of ours it is about.</summary>
    public Concern? Concerns { get; init; }

    public string? OfficialName { get; init; }

    /// <summary>The member of staff who helped.</summary>
    public Guid? AssistedBy { get; init; }

    public bool IsAnonymous { get; init; }

    /// <summary>As far as the story tells; the resident may have said otherwise.</summary>
    public Urgency Urgency { get; init; } = Urgency.Normal;

    /// <summary>Null where the resident left it as it was shown.</summary>
    public Urgency? SaidUrgency { get; init; }

    /// <summary>Which words of the story make it urgent, weightiest first.</summary>
    public IReadOnlyList<string> UrgencyWords { get; init; } = [];

    public IEnumerable<Refusal> Problems(AreaCatalogue areas)
    {
        if (string.IsNullOrWhiteSpace(Story))
        {
            yield return new Refusal("required", nameof(Story));
        }

        if (ComplaintCategory.All.All(c => c.Code != CategoryCode))
        {
            yield return new Refusal("unknown_category", nameof(CategoryCode));
        }

        if (areas.Find(VillageCode) is null or { Level: AreaLevel.Province })
        {
            yield return new Refusal("unknown_village", nameof(VillageCode));
        }
    }
}

/// <summary>A story becomes a complaint with a number and a promise.</summary>
public sealed class LodgeComplaint(
    SlrtDbContext db,
    FieldCipher cipher,
    BlindIndex blind,
    AreaCatalogue areas,
    MoveTerms terms,
    ComplaintWordIndex words,
    NameOfOfficial officials,
    FilingRepresentative representative,
    AuditTrail audit,
    DomainEvents events)
{
    private const string Table = "complaint";

    public async Task<Outcome<Complaint>> DoAsync(LodgeComplaintInput input, Provenance by, CancellationToken cancellationToken)
    {
        if (await db.Complaints.SingleOrDefaultAsync(c => c.DraftId == input.DraftId, cancellationToken) is { } lodged)
        {
            return lodged;
        }

        // A draft may be older than the end of its village.
        input = input with { VillageCode = areas.NowOf(input.VillageCode) };
        if (input.Problems(areas).ToList() is { Count: > 0 } problems)
        {
            return problems;
        }

        var complaint = Make(input, by);
        if (input is { Concerns: not null, OfficialName: { } official })
        {
            complaint.ConcernsStaffId = await officials.FindAsync(official, input.VillageCode, cancellationToken);
        }

        db.Add(complaint);
        db.Add(complaint.Lodge(terms));
        representative.Add(complaint, input, by);
        db.Add(new ComplaintMove
        {
            Id = SequentialId.Next(by.At),
            ComplaintId = complaint.Id,
            ToStatus = ComplaintStatus.Received,
            Verb = "lodge",
            ActorKind = by.Kind,
            ActorId = by.ActorId,
            At = by.At,
        });
        words.Add(complaint.Id, input.Story, input.ReporterName, input.SubjectName);
        await TakeFilesOverAsync(complaint, cancellationToken);
        audit.Record(by, "complaint.lodged", Table, complaint.Id, new
        {
            category = complaint.CategoryCode,
            village = complaint.VillageCode,
            urgency = Codes.Of(complaint.Urgency),
            urgency_proposed = Codes.Of(input.Urgency),
            urgency_said = input.SaidUrgency is { } said ? Codes.Of(said) : null,
        });
        events.Raise(new ComplaintLodged(ComplaintKey.Of(complaint), by));
        return complaint;
    }

    private Complaint Make(LodgeComplaintInput input, Provenance by)
    {
        var id = SequentialId.Next(by.At);
        var category = terms.Categories.Get(input.CategoryCode);
        return new Complaint
        {
            Id = id,
            Reference = ReferenceCode.New(),
            DraftId = input.DraftId,
            ConversationId = input.ConversationId,
            Channel = input.Channel,
            CategoryCode = category.Code,
            Kind = input.Kind,
            ProgrammeCode = input.ProgrammeCode,
            IsSensitive = category.IsSensitive || input.Concerns is not null,
            Concerns = input.Concerns,
            OfficialName = cipher.SealOptional(input.OfficialName, Complaint.Table, id, "official_name"),
            Urgency = UrgencyDecision.Of(input.Urgency, input.SaidUrgency),
            ProposedUrgency = input.Urgency,
            SaidUrgency = input.SaidUrgency,
            UrgencyWords = input.UrgencyWords.Count == 0 ? null : cipher.Seal(string.Join('\n', input.UrgencyWords), Complaint.Table, id, "urgency_words"),
            RegencyCode = AreaCode.RegencyOf(input.VillageCode)!,
            // Where no closer place is known the wider one stands in its column, so that it is in the scope of that office and of no smaller one.
            DistrictCode = AreaCode.DistrictOf(input.VillageCode) ?? input.VillageCode,
            VillageCode = input.VillageCode,
            Subject = input.Subject,
            AssistedBy = input.AssistedBy,
            IsChild = input.IsChild,
            IsAnonymous = input.IsAnonymous,
            ReporterName = cipher.SealOptional(input.ReporterName, Complaint.Table, id, "reporter_name"),
            SubjectName = cipher.SealOptional(input.SubjectName, Complaint.Table, id, "subject_name"),
            Phone = cipher.SealOptional(input.Phone, Complaint.Table, id, "phone"),
            PhoneIndex = input.Phone is null ? null : blind.Of(BlindIndex.Phone, input.Phone),
            NationalId = cipher.SealOptional(input.NationalId, Complaint.Table, id, "national_id"),
            NationalIdIndex = input.NationalId is null ? null : blind.Of(BlindIndex.Nik, input.NationalId),
            NationalIdTail = NationalIdTail.Of(blind, input.NationalId),
            WrittenNumbers = input.WrittenNumbers.Count == 0 ? null : cipher.Seal(string.Join('\n', input.WrittenNumbers), Complaint.Table, id, "written_numbers"),
            Address = cipher.SealOptional(input.Address, Complaint.Table, id, "address"),
            CardAddress = cipher.SealOptional(input.CardAddress, Complaint.Table, id, "card_address"),
            Location = cipher.SealOptional(input.Location, Complaint.Table, id, "location"),
            Story = cipher.Seal(input.Story, Complaint.Table, id, "story"),
            LodgedAt = by.At,
        };
    }

    private async Task TakeFilesOverAsync(Complaint complaint, CancellationToken cancellationToken)
    {
        foreach (var file in await db.StoredFiles.Where(f => f.DraftId == complaint.DraftId).ToListAsync(cancellationToken))
        {
            file.ComplaintId = complaint.Id;
        }
    }
}
