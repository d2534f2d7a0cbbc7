using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SlrtBot.Core.Kernel;

namespace SlrtBot.Core.Staff;

/// <summary>The roles of SLRT. Stored by code (<c>frontoffice</c>, <c>analyst</c> …); one person may hold several.</summary>
public enum Role
{
    Frontoffice,
    Analyst,
    Backoffice,
    Coordinator,
    Facilitator,
    Supervisor,
    Manager,
    Administrator,
    Province,
    Overseer,
}

/// <summary>A role held in an area and, by inheritance, in everything below it.</summary>
public sealed class StaffRole
{
    public required Guid Id { get; init; }

    public required Guid StaffId { get; init; }

    public required Role Role { get; init; }

    /// <summary>Kemendagri code of a province, regency, district or village.</summary>
    public required string AreaCode { get; init; }

    public DateOnly? ValidFrom { get; set; }

    /// <summary>The last day, for deputies and for people who have left.</summary>
    public DateOnly? ValidTo { get; set; }

    /// <summary>Whose role it is, of a deputy; such a role has its days.</summary>
    public Guid? StandsInFor { get; set; }

    public bool IsDeputy => StandsInFor is not null;

    public bool Is(RoleWanted wanted) => Role == wanted.Role && AreaCode == wanted.AreaCode;

    public bool HoldsOn(DateOnly day) => (ValidFrom is null || ValidFrom <= day) && (ValidTo is null || ValidTo >= day);

    public static Refusal Unknown(string code) =>
        new("role_unknown", "role") { Values = new Dictionary<string, string> { ["code"] = code } };
}

internal sealed class StaffRoleMapping : IEntityTypeConfiguration<StaffRole>
{
    public void Configure(EntityTypeBuilder<StaffRole> builder)
    {
        builder.ToTable("staff_role");
        builder.HasKey(r => r.Id);
        builder.HasIndex(r => new { r.StaffId, r.Role, r.AreaCode }).IsUnique();
        builder.HasIndex(r => r.AreaCode);
        builder.HasIndex(r => r.StandsInFor).HasFilter("stands_in_for is not null");
    }
}
