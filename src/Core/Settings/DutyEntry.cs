using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Sealing;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Settings;

/// <summary>
/// Somebody who is called in an emergency of an area, and when. The bot never says because of it that anybody was told: it names
/// to staff whom to call. Who put it there and why stands in the decision log, under <see cref="Code"/>.
/// </summary>
public sealed class DutyEntry
{
    public const string Setting = "duty.";

    public static readonly SealedTable Table = new("duty_entry");

    public required Guid Id { get; init; }

    /// <summary>A regency or something in it: for all emergencies inside.</summary>
    public required string AreaCode { get; init; }

    /// <summary>Of an account; null for somebody without one.</summary>
    public Guid? StaffId { get; init; }

    /// <summary>Null where it is the account's.</summary>
    public Sealed? Name { get; init; }

    /// <summary>As it is dialled; gone with the removal.</summary>
    public Sealed? Phone { get; set; }

    /// <summary>Service days, both included; null for no beginning and no end.</summary>
    public DateOnly? FromDay { get; init; }

    public DateOnly? ToDay { get; init; }

    /// <summary>Of each day, as <c>19:00-07:00</c> over midnight too; null for the whole day.</summary>
    public string? Hours { get; init; }

    public required DateTime AddedAt { get; init; }

    public DateTime? RemovedAt { get; set; }

    /// <summary>Of its lines in the decision log.</summary>
    public string Code => $"{Setting}{Id:N}";

    /// <summary>The same with its area.</summary>
    public SettingKey Key => new(Code, AreaCode);

    public DutyTime Time => new(FromDay, ToDay, Hours);
}

internal sealed class DutyEntryMapping : IEntityTypeConfiguration<DutyEntry>
{
    public void Configure(EntityTypeBuilder<DutyEntry> builder)
    {
        builder.ToTable("duty_entry");
        builder.HasKey(d => d.Id);
        builder.Ignore(d => d.Time);
        builder.Ignore(d => d.Key);
        builder.HasIndex(d => d.AreaCode, "ix_duty_entry_running").HasFilter("removed_at is null");
        builder.HasOne<StaffMember>().WithMany().HasForeignKey(d => d.StaffId).OnDelete(DeleteBehavior.Restrict);
    }
}
