using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SlrtBot.Core.Sealing;

namespace SlrtBot.Core.Staff;

/// <summary>What was decided about an account; labels <c>decision.{code}</c>, in the audit <c>staff.{code}</c>.</summary>
public enum DecisionKind
{
    Added,
    RolesChanged,
    SensitiveChanged,
    Renamed,
    DeputyGiven,
    DeputyEnded,
    AbsenceSet,
    AbsenceEnded,
    LinkGiven,
    SessionsEnded,
    ChatsUnlinked,
    Deactivated,
    Returned,
}

/// <summary>
/// One line of an account's decision log: who decided what, from which codes to which, and why. Written once, never changed:
/// the database refuses it.
/// </summary>
public sealed class StaffDecision
{
    public static readonly SealedTable Table = new("staff_decision");

    public required Guid Id { get; init; }

    /// <summary>Whose account.</summary>
    public required Guid StaffId { get; init; }

    /// <summary>The colleague whom a deputy stands in for.</summary>
    public Guid? OtherStaffId { get; init; }

    public required DecisionKind Kind { get; init; }

    public required DateTime At { get; init; }

    /// <summary>Null for a verb at the machine.</summary>
    public Guid? DecidedBy { get; init; }

    /// <summary>Codes: roles as <see cref="HeldRole"/> writes them, <c>yes</c> and <c>no</c>, days.</summary>
    public string? Before { get; init; }

    public string? After { get; init; }

    /// <summary>Why; of <see cref="DecisionKind.Renamed"/> the old and the new name.</summary>
    public Sealed? Words { get; init; }
}

internal sealed class StaffDecisionMapping : IEntityTypeConfiguration<StaffDecision>
{
    public void Configure(EntityTypeBuilder<StaffDecision> builder)
    {
        builder.ToTable("staff_decision");
        builder.HasKey(d => d.Id);
        builder.HasIndex(d => new { d.StaffId, d.Id });
        builder.HasIndex(d => new { d.OtherStaffId, d.Id }).HasFilter("other_staff_id is not null");
        builder.HasOne<StaffMember>().WithMany().HasForeignKey(d => d.StaffId).OnDelete(DeleteBehavior.Restrict);
    }
}
