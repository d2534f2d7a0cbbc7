using SlrtBot.Core.Areas;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Sealing;

namespace SlrtBot.Core.Complaints;

public enum Subject
{
    Self,
    Family,
    Neighbour,
    Other,
}

/// <summary>What the resident says about the help that was announced; null while that is open.</summary>
public enum Confirmation
{
    Received,
    Partly,
    NotReceived,

    /// <summary>Asked, and nobody answered: closed, and counted apart.</summary>
    Unconfirmed,

    /// <summary>Nobody could be asked: no chat, or none that takes news. Closed, and no silence.</summary>
    Unasked,
}

/// <summary>An office above the regency that works on a complaint without seeing it. Labels <c>outside.{code}</c>.</summary>
public enum OutsideOffice
{
    Province,

    /// <summary>The national secretariat.</summary>
    Centre,
}

/// <summary>
/// A complaint: what a person told, about whom, where, and how far it has come. The person's words and identity
/// are sealed; what queues and reports ask for is plain.
/// </summary>
public sealed partial class Complaint : IVersioned, IDelicate
{
    public static readonly SealedTable Table = new("complaint");

    public required Guid Id { get; init; }

    /// <summary>For people: <c>SLRT-XXXX-XXXX-C</c>, random, with a check character.</summary>
    public required string Reference { get; init; }

    /// <summary>The draft it came from; unique, so that pressing "send" again finds this complaint.</summary>
    public required Guid DraftId { get; init; }

    public Guid? ConversationId { get; init; }

    public required string Channel { get; init; }

    public required string CategoryCode { get; set; }

    public ComplaintKind Kind { get; set; } = ComplaintKind.Complaint;

    /// <summary>Of the programme catalogue; null where none is meant.</summary>
    public string? ProgrammeCode { get; set; }

    /// <summary>As it was lodged; null while nobody has corrected it.</summary>
    public ComplaintKind? OriginalKind { get; private set; }

    /// <summary>The category that it was lodged with; null while nobody has corrected it.</summary>
    public string? OriginalCategory { get; private set; }

    /// <summary>The programme that it was lodged with, where somebody has corrected it; empty for none.</summary>
    public string? OriginalProgramme { get; private set; }

    public required bool IsSensitive { get; set; }

    /// <summary>Whom of ours it is about; null for all others. Always sensitive.</summary>
    public Concern? Concerns { get; set; }

    /// <summary>The colleague whom the resident named, where that is certain.</summary>
    public Guid? ConcernsStaffId { get; set; }

    public string? Recused { get; set; }

    /// <summary>As the resident wrote it.</summary>
    public Sealed? OfficialName { get; set; }

    /// <summary>What queues go by: <see cref="ProposedUrgency"/> as the resident left or changed it, and what came or staff said since.</summary>
    public required Urgency Urgency { get; set; }

    /// <summary>What the story seemed to be when it was lodged; null where nothing has been proposed.</summary>
    public Urgency? ProposedUrgency { get; set; }

    /// <summary>What the resident answered to the proposal; null where it was left as it was shown.</summary>
    public Urgency? SaidUrgency { get; init; }

    /// <summary>Which of the resident's words the proposal was made because of: one per line, weightiest first.</summary>
    public Sealed? UrgencyWords { get; set; }

    /// <summary>When words of an emergency came with something that was added; null where none did.</summary>
    public DateTime? DangerAt { get; set; }

    public required string RegencyCode { get; set; }

    public required string DistrictCode { get; set; }

    public required string VillageCode { get; set; }

    /// <summary>The person concerned, where staff have said who that is; never of a complaint without a name.</summary>
    public Guid? PersonId { get; set; }

    public required Subject Subject { get; init; }

    public required bool IsAnonymous { get; init; }

    public Sealed? ReporterName { get; set; }

    public Sealed? SubjectName { get; set; }

    /// <summary>The person concerned is under 18: a guardian speaks for them, and no NIK of theirs is needed.</summary>
    public bool IsChild { get; set; }

    public Sealed? GuardianName { get; set; }

    /// <summary>What the guardian is to the child; <see cref="Relation.Other"/> where the reporter is not the guardian.</summary>
    public Relation? GuardianRelation { get; set; }

    public Sealed? Phone { get; set; }

    public byte[]? PhoneIndex { get; set; }

    public Sealed? NationalId { get; set; }

    public byte[]? NationalIdIndex { get; set; }

    /// <summary>Of its last digits, as lodging makes it.</summary>
    public byte[]? NationalIdTail { get; set; }

    /// <summary>16-digit numbers that were written into messages and are masked there: digits, one per line.</summary>
    public Sealed? WrittenNumbers { get; set; }

    public Sealed? Address { get; set; }

    /// <summary>Where the KTP says that the person lives, as told; null where that is not known to differ.</summary>
    public Sealed? CardAddress { get; set; }

    public Sealed? Location { get; set; }

    public required Sealed Story { get; set; }

    public required DateTime LodgedAt { get; init; }

    /// <summary>The member of staff with whose help it was lodged, by their form or through their code.</summary>
    public Guid? AssistedBy { get; init; }

    public Guid? AssignedTo { get; set; }

    /// <summary>The office outside that has accepted it and owes an answer; null while it lies with us.</summary>
    public OutsideOffice? HeldOutside { get; set; }

    public int Version { get; set; }

    /// <summary>The chat that filed it speaks for somebody else, and is no colleague's.</summary>
    public bool IsRepresented => Subject != Subject.Self && AssistedBy is null;

    /// <summary>Corrects kind and programme; what it was lodged as is kept.</summary>
    public void Classify(ComplaintKind kind, string? programmeCode)
    {
        OriginalKind ??= Kind;
        OriginalProgramme ??= ProgrammeCode ?? "";
        (Kind, ProgrammeCode) = (kind, programmeCode);
    }

    /// <summary>Says what it is about and how delicate; the colleague who was named is no longer meant where it is about none of ours.</summary>
    public void Recategorise(ComplaintCategory category, bool isSensitive, Concern? concerns)
    {
        OriginalCategory ??= CategoryCode;
        (CategoryCode, IsSensitive, Concerns) = (category.Code, isSensitive, concerns);
        ConcernsStaffId = concerns is null ? null : ConcernsStaffId;
    }

    /// <param name="code">Of the closest area that is known, a regency at the widest.</param>
    public void PlaceAt(string code)
    {
        // Where no closer place is known the wider one stands in its column, so that it is in the scope of that office and of no smaller one.
        (RegencyCode, DistrictCode, VillageCode) = (AreaCode.RegencyOf(code)!, AreaCode.DistrictOf(code) ?? code, code);
    }

    /// <returns>False where it was an emergency already.</returns>
    public bool MarkDanger(DateTime at)
    {
        if (Urgency == Urgency.Emergency)
        {
            return false;
        }

        ProposedUrgency ??= Urgency;
        (Urgency, DangerAt) = (Urgency.Emergency, at);
        return true;
    }

    /// <returns>False where it was urgent already.</returns>
    public bool Press()
    {
        if (Urgency >= Urgency.Urgent)
        {
            return false;
        }

        ProposedUrgency ??= Urgency;
        Urgency = Urgency.Urgent;
        return true;
    }

    /// <param name="set">What staff called it last; null while they have not.</param>
    public void TakeBackDanger(Urgency? set) => Urgency = set ?? UrgencyDecision.Of(ProposedUrgency ?? Urgency.Normal, SaidUrgency);
}
