using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SlrtBot.Core.Sealing;

namespace SlrtBot.Core.Registry;

/// <summary>What the poverty data say about somebody; labels <c>registry.outcome.{code}</c>, codes as those of the analysis.</summary>
public enum CheckOutcome
{
    Listed,
    NotListed,

    /// <summary>Somebody may be meant; staff say whether.</summary>
    Doubtful,

    /// <summary>Listed, and the list says that Dukcapil does not know number and name together.</summary>
    Unmatched,
}

/// <summary>One check of the person of a complaint, as it came out. Never changed: the next one is another row.</summary>
public sealed class RegistryCheck
{
    public required Guid Id { get; init; }

    public required Guid ComplaintId { get; init; }

    public required CheckOutcome Outcome { get; init; }

    /// <summary>The list that it was found in; null where in none.</summary>
    public Guid? SnapshotId { get; init; }

    public Guid? EntryId { get; init; }

    /// <summary>The day that the data are of: of the list it was found in, else of the newest that was asked.</summary>
    public DateOnly? AsOf { get; init; }

    public RegistrySource? Source { get; init; }

    /// <summary>Null for a job.</summary>
    public Guid? MadeBy { get; init; }

    public required DateTime MadeAt { get; init; }
}

/// <summary>Labels <c>registry.verdict.{code}</c>.</summary>
public enum PairVerdict
{
    Same,
    Another,
    CannotTell,
}

/// <summary>
/// What somebody decided about a complaint's person and somebody in the lists: whether they are one. Holds for later lists too, since
/// it names whom the entry is of and not the entry. The newest of a pair counts.
/// </summary>
public sealed class PairDecision
{
    public static readonly SealedTable Table = new("pair_decision");

    public required Guid Id { get; init; }

    public required Guid ComplaintId { get; init; }

    /// <summary>See <see cref="RegistryKeys.OfWhom"/>.</summary>
    public required byte[] Whom { get; init; }

    public required PairVerdict Verdict { get; init; }

    /// <summary>Why, in words.</summary>
    public required Sealed Words { get; init; }

    public required Guid DecidedBy { get; init; }

    public required DateTime DecidedAt { get; init; }
}

internal sealed class RegistryCheckMapping : IEntityTypeConfiguration<RegistryCheck>
{
    public void Configure(EntityTypeBuilder<RegistryCheck> builder)
    {
        builder.ToTable("registry_check");
        builder.HasKey(c => c.Id);
        builder.HasIndex(c => new { c.ComplaintId, c.Id });
        builder.HasIndex(c => c.SnapshotId).HasFilter("snapshot_id is not null");
    }
}

internal sealed class PairDecisionMapping : IEntityTypeConfiguration<PairDecision>
{
    public void Configure(EntityTypeBuilder<PairDecision> builder)
    {
        builder.ToTable("pair_decision");
        builder.HasKey(d => d.Id);
        builder.HasIndex(d => new { d.ComplaintId, d.Id });
    }
}
