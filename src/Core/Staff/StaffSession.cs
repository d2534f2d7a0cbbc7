using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SlrtBot.Core.Staff;

/// <summary>
/// One sign-in, from the password to the sign-out. A cookie alone would live on after it; the row lets a session be
/// ended from here, and is looked at with every request.
/// </summary>
public sealed class StaffSession
{
    /// <summary>However busy the person is (ASVS 7.3.2).</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    public required Guid Id { get; init; }

    public required Guid StaffId { get; init; }

    public required DateTime StartedAt { get; init; }

    /// <summary>When the password was last said once more, for a grave decision; null where only to sign in.</summary>
    public DateTime? ConfirmedAt { get; set; }

    public DateTime? EndedAt { get; set; }
}

internal sealed class StaffSessionMapping : IEntityTypeConfiguration<StaffSession>
{
    public void Configure(EntityTypeBuilder<StaffSession> builder)
    {
        builder.ToTable("staff_session");
        builder.HasKey(s => s.Id);
        builder.HasIndex(s => new { s.StaffId, s.Id });
        builder.HasOne<StaffMember>().WithMany().HasForeignKey(s => s.StaffId).OnDelete(DeleteBehavior.Cascade);
    }
}
