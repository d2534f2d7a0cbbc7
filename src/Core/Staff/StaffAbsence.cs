using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SlrtBot.Core.Staff;

/// <summary>Days on which somebody takes no new work. Colleagues are told where work is given; nothing is locked.</summary>
public sealed class StaffAbsence
{
    public required Guid Id { get; init; }

    public required Guid StaffId { get; init; }

    public required DateOnly FirstDay { get; init; }

    public required DateOnly LastDay { get; set; }

    /// <summary>When it was taken back before it was over.</summary>
    public DateTime? CancelledAt { get; set; }
}

internal sealed class StaffAbsenceMapping : IEntityTypeConfiguration<StaffAbsence>
{
    public void Configure(EntityTypeBuilder<StaffAbsence> builder)
    {
        builder.ToTable("staff_absence");
        builder.HasKey(a => a.Id);
        builder.HasIndex(a => new { a.StaffId, a.LastDay });
        builder.HasIndex(a => a.LastDay, "ix_staff_absence_running").HasFilter("cancelled_at is null");
        builder.HasOne<StaffMember>().WithMany().HasForeignKey(a => a.StaffId).OnDelete(DeleteBehavior.Cascade);
    }
}
