using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SlrtBot.Core.Sealing;

namespace SlrtBot.Core.Visits;

/// <summary>One report as it was sent, and what somebody else said to it. Reasons stay, also once the next one is approved.</summary>
public sealed class VisitRound
{
    public static readonly SealedTable Table = new("visit_round");

    public required Guid Id { get; init; }

    public required Guid VisitId { get; init; }

    /// <summary>1 and up.</summary>
    public required int Round { get; init; }

    public required Guid SentBy { get; init; }

    public required DateTime SentAt { get; init; }

    /// <summary>The service day on which somebody was there.</summary>
    public required DateOnly VisitedOn { get; init; }

    /// <summary>As reported; it counts once it is approved.</summary>
    public required VisitOutcome Outcome { get; init; }

    /// <summary>Null while nobody has decided.</summary>
    public bool? IsApproved { get; private set; }

    public Guid? DecidedBy { get; private set; }

    public DateTime? DecidedAt { get; private set; }

    /// <summary>Codes of <see cref="VisitReasons.Returning"/>, between blanks.</summary>
    public string? Reasons { get; private set; }

    /// <summary>What was said with it.</summary>
    public Sealed? Words { get; private set; }

    internal void Decide(bool approve, IEnumerable<string> reasons, Sealed? words, Guid by, DateTime at)
    {
        (IsApproved, DecidedBy, DecidedAt, Words) = (approve, by, at, words);
        Reasons = string.Join(' ', reasons) is { Length: > 0 } codes ? codes : null;
    }
}

internal sealed class VisitRoundMapping : IEntityTypeConfiguration<VisitRound>
{
    public void Configure(EntityTypeBuilder<VisitRound> builder)
    {
        builder.ToTable("visit_round");
        builder.HasKey(r => r.Id);
        builder.HasIndex(r => new { r.VisitId, r.Round }).IsUnique();
    }
}
