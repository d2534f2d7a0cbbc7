using SlrtBot.Core.Kernel;

namespace SlrtBot.Core.Complaints;

/// <summary>Which complaint an event speaks of, with what a console needs to know whether it may hear of it.</summary>
public sealed record ComplaintKey(
    Guid Id, string Reference, string RegencyCode, string DistrictCode, string VillageCode, bool IsSensitive) : IDelicate
{
    public Concern? Concerns { get; init; }

    public Guid? ConcernsStaffId { get; init; }

    public string? Recused { get; init; }

    public static ComplaintKey Of(Complaint complaint) => new(
        complaint.Id, complaint.Reference, complaint.RegencyCode, complaint.DistrictCode, complaint.VillageCode, complaint.IsSensitive)
    {
        Concerns = complaint.Concerns,
        ConcernsStaffId = complaint.ConcernsStaffId,
        Recused = complaint.Recused,
    };
}

/// <summary>Something about a complaint changed: queues and open pages redraw.</summary>
public interface IComplaintEvent
{
    ComplaintKey Complaint { get; }
}

public sealed record ComplaintLodged(ComplaintKey Complaint, Provenance By) : IComplaintEvent, IDomainEvent;

/// <param name="MoveId">The row of the history that this is.</param>
/// <param name="Message">The staff's words for the resident; in memory only.</param>
public sealed record ComplaintMoved(
    ComplaintKey Complaint, Guid MoveId, string Verb, ComplaintStatus From, ComplaintStatus To, string? Message, string? Reason, Provenance By) : IComplaintEvent, IDomainEvent;

public sealed record ComplaintAssigned(ComplaintKey Complaint, Guid? StaffId, Provenance By) : IComplaintEvent, IDomainEvent;

/// <summary>A colleague stepped aside: it is kept from them from now on.</summary>
public sealed record StaffRecused(ComplaintKey Complaint, Guid StaffId, Provenance By) : IComplaintEvent, IDomainEvent;

/// <summary>Staff corrected what it is.</summary>
public sealed record ComplaintClassified(ComplaintKey Complaint, Provenance By) : IComplaintEvent, IDomainEvent;

/// <summary>Staff said what it is about, or how delicate it is.</summary>
/// <param name="Before">As those see it who saw it before.</param>
/// <param name="From">Code of the category before; the same where only its delicacy is another.</param>
public sealed record ComplaintRecategorised(ComplaintKey Complaint, ComplaintKey Before, string From, string To, Provenance By) : IComplaintEvent, IDomainEvent;

/// <summary>Staff said where it lies.</summary>
/// <param name="Before">As those see it who saw it where it lay.</param>
public sealed record ComplaintPlaced(ComplaintKey Complaint, ComplaintKey Before, Provenance By) : IComplaintEvent, IDomainEvent;

/// <summary>Words of an emergency came for it, or were none after all, or staff called it more or less urgent.</summary>
public sealed record UrgencyChanged(ComplaintKey Complaint, Provenance By) : IComplaintEvent, IDomainEvent;

/// <summary>The resident asked superiors to look.</summary>
public sealed record ComplaintRaised(ComplaintKey Complaint, Provenance By) : IComplaintEvent, IDomainEvent;

/// <summary>The resident said whether the help has come.</summary>
public sealed record ResidentConfirmed(ComplaintKey Complaint, Confirmation Said, Provenance By) : IComplaintEvent, IDomainEvent;

public sealed record ServiceRated(ComplaintKey Complaint, Provenance By) : IComplaintEvent, IDomainEvent;

/// <summary>Who hears of a complaint, and how much, is another than before.</summary>
public sealed record RepresentativeChanged(ComplaintKey Complaint, Provenance By) : IComplaintEvent, IDomainEvent;

public sealed record ComplaintNoted(ComplaintKey Complaint, Provenance By) : IComplaintEvent, IDomainEvent;

/// <summary>The resident added words or files to a complaint that was already lodged.</summary>
public sealed record ResidentWrote(ComplaintKey Complaint, Provenance By) : IComplaintEvent, IDomainEvent;

public sealed record StaffWrote(ComplaintKey Complaint, Provenance By) : IComplaintEvent, IDomainEvent;
