using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Sealing;

namespace SlrtBot.Core.Vanished;

/// <summary>What became of a family that a new list no longer has; labels <c>vanished.outcome.{code}</c>.</summary>
public enum VanishedOutcome
{
    StillHere,
    Moved,
    Died,

    /// <summary>Nobody there knows them.</summary>
    NotFound,

    /// <summary>Split, or joined with others: they stand under another card.</summary>
    OtherCard,
}

/// <summary>
/// A family that the list before had and a new one has not. Who they are stands in the older list alone: here is only where, and what
/// somebody found who looked into it.
/// </summary>
public sealed class VanishedFamily : IPlaced, IVersioned
{
    public static readonly SealedTable Table = new("vanished_family");

    public required Guid Id { get; init; }

    /// <summary>The list that no longer has them.</summary>
    public required Guid SnapshotId { get; init; }

    /// <summary>Their first row in the list before it.</summary>
    public required Guid EntryId { get; init; }

    public required string RegencyCode { get; init; }

    public required string DistrictCode { get; init; }

    /// <summary>As the list before said; of a wider place where it named no village.</summary>
    public required string VillageCode { get; init; }

    public required DateTime FoundAt { get; init; }

    /// <summary>Null until somebody has looked into it.</summary>
    public VanishedOutcome? Outcome { get; private set; }

    /// <summary>What whoever looked saw and heard.</summary>
    public Sealed? Words { get; private set; }

    public DateTime? EndedAt { get; private set; }

    public Guid? EndedBy { get; private set; }

    /// <summary>A later list that has them again.</summary>
    public Guid? BackIn { get; private set; }

    public int Version { get; set; }

    internal void LookInto(VanishedOutcome outcome, Sealed words, Guid staff, DateTime at) => (Outcome, Words, EndedBy, EndedAt) = (outcome, words, staff, at);
}

internal sealed class VanishedFamilyMapping : IEntityTypeConfiguration<VanishedFamily>
{
    public void Configure(EntityTypeBuilder<VanishedFamily> builder)
    {
        builder.ToTable("vanished_family");
        builder.HasKey(v => v.Id);
        builder.HasIndex(v => new { v.SnapshotId, v.EntryId }).IsUnique();
        builder.HasIndex(v => v.EntryId);
        builder.HasIndex(v => v.BackIn).HasFilter("back_in is not null");
        builder.HasIndex(v => new { v.RegencyCode, v.VillageCode, v.EndedAt }).HasFilter("ended_at is null").HasDatabaseName("ix_vanished_family_open_regency");
        builder.HasIndex(v => new { v.DistrictCode, v.VillageCode, v.EndedAt }).HasFilter("ended_at is null").HasDatabaseName("ix_vanished_family_open_district");
        builder.HasIndex(v => new { v.VillageCode, v.Id, v.EndedAt }).HasFilter("ended_at is null").HasDatabaseName("ix_vanished_family_open_village");
        builder.HasIndex(v => new { v.VillageCode, v.EndedAt }).HasFilter("outcome is not null").HasDatabaseName("ix_vanished_family_seen_village");
    }
}
