using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Tasks;

/// <summary>
/// Something that waits, at whose desk, and until when. A row is here as long as it waits: what came of it stands in the
/// history of the thing itself, so that lists and counts of what is open touch nothing else.
/// </summary>
public sealed class WorkTask : OfComplaint
{
    /// <summary>Of the thing that waits: a complaint (its step), a hand-over. A thing waits for one thing at a time.</summary>
    public required Guid Id { get; init; }

    public required TaskKind Kind { get; set; }

    /// <summary>The role at whose desk it lies; null where it lies outside.</summary>
    public Role? DeskRole { get; set; }

    /// <summary>Who has taken it, or whom it came back to; null while it lies at the desk.</summary>
    public Guid? StaffId { get; private set; }

    /// <summary>Who waits for it; null where that is a desk.</summary>
    public Guid? AskedBy { get; set; }

    /// <summary>0 for an emergency, 1 for all others: what is dangerous stands before what is late.</summary>
    public required int Rank { get; set; }

    /// <summary>A service day of the complaint's village.</summary>
    public required DateOnly DueOn { get; set; }

    /// <summary>Since when it waits for this.</summary>
    public required DateTime Since { get; set; }

    /// <summary>UTC: from when the limit of its stage counts; null for what has none.</summary>
    public DateTime? LimitFrom { get; private set; }

    /// <summary>Working days of the limit, as they were settled when it began.</summary>
    public int? LimitDays { get; private set; }

    /// <summary>The day of a visit: agreed with the resident, it goes before limit and promise.</summary>
    public DateOnly? PlannedOn { get; private set; }

    /// <summary>When <see cref="StaffId"/> took it.</summary>
    public DateTime? TakenAt { get; private set; }

    /// <summary>When whoever took it last did something with it; null while they have not.</summary>
    public DateTime? TouchedAt { get; private set; }

    public static WorkTask For(Guid id, TaskKind kind, Complaint complaint, DateOnly dueOn, DateTime since) => new()
    {
        Id = id,
        Kind = kind,
        Rank = RankOf(complaint.Urgency),
        DueOn = dueOn,
        Complaint = complaint,
        Since = since,
    };

    /// <summary>The step for which a complaint waits.</summary>
    public static WorkTask ForStep(Complaint complaint, TaskKind kind, DateOnly dueOn, DateTime since)
    {
        var task = For(complaint.Id, kind, complaint, dueOn, since);
        task.WaitFor(kind, DeskOf(complaint, kind), complaint.AssignedTo, dueOn, since);
        return task;
    }

    /// <summary>Of those whose turn it is, or who follow a wait up.</summary>
    internal static Role DeskOf(Complaint complaint, TaskKind kind)
    {
        var place = new Place(complaint.RegencyCode, complaint.DistrictCode, complaint.VillageCode);
        return complaint.Concerns is { } concern ? Complaints.Concerns.Desk(concern, place).Role
            : Desk.Of(complaint.Status, complaint.StatusType, null, place)?.Role ?? kind.FollowedUpBy();
    }

    /// <summary>All values of <see cref="Rank"/>.</summary>
    public static readonly IReadOnlyList<int> Ranks = [0, 1];

    public static int RankOf(Urgency urgency) => urgency == Urgency.Emergency ? 0 : 1;

    /// <summary>It waits for something else now, at another desk.</summary>
    /// <param name="staff">Whose it is; null for the whole desk.</param>
    public void WaitFor(TaskKind kind, Role? desk, Guid? staff, DateOnly dueOn, DateTime at)
    {
        (Kind, DeskRole, DueOn, Since) = (kind, desk, dueOn, at);
        (LimitFrom, LimitDays, PlannedOn) = (null, null, null);
        Hold(staff, at);
    }

    /// <param name="days">Working days.</param>
    public void Limit(DateTime from, int days) => (LimitFrom, LimitDays) = (from, days);

    public void Plan(DateOnly day) => PlannedOn = DueOn = day;

    /// <summary>Whoever has taken it has done something with it.</summary>
    public void Touch(DateTime at) => TouchedAt = at;

    public void Hold(Guid? staff, DateTime at)
    {
        if (StaffId != staff)
        {
            (StaffId, TakenAt, TouchedAt) = (staff, staff is null ? null : at, null);
        }
    }
}

internal sealed class WorkTaskMapping : IEntityTypeConfiguration<WorkTask>
{
    public void Configure(EntityTypeBuilder<WorkTask> builder)
    {
        builder.ToTable("work_task");
        builder.HasKey(t => t.Id);
        builder.HasIndex(t => t.ComplaintId);
        // What nobody has taken at a desk is one range in the order of its days, however wide the desk's area is.
        builder.HasIndex(t => new { t.DeskRole, t.RegencyCode, t.StaffId, t.Rank, t.DueOn, t.Id });
        builder.HasIndex(t => new { t.DeskRole, t.DistrictCode, t.StaffId, t.Rank, t.DueOn, t.Id });
        builder.HasIndex(t => new { t.DeskRole, t.VillageCode, t.StaffId, t.Rank, t.DueOn, t.Id });
        builder.HasIndex(t => new { t.StaffId, t.Rank, t.DueOn, t.Id }).HasFilter("staff_id is not null");
        builder.HasIndex(t => new { t.AskedBy, t.Rank, t.DueOn, t.Id }).HasFilter("asked_by is not null");
    }
}
