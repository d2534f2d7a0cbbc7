using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SlrtBot.Core.Programmes;

/// <summary>What a programme is about, in residents' words; labels are <c>programme_topic.{code}</c>.</summary>
public enum ProgrammeTopic
{
    Money,
    Health,
    School,
    House,
    Work,
    Other,
}

/// <summary>
/// A programme that a referral may name, and what residents are told about it: in Indonesian, plain and short, by the
/// office, since rules and amounts change every year. Being told is not being eligible: the owner decides.
/// </summary>
public sealed class Programme
{
    public required string Code { get; init; }

    public required string Name { get; set; }

    public required string Owner { get; set; }

    public bool IsActive { get; set; } = true;

    /// <summary>For a button: at most 24 characters.</summary>
    public string? ShortName { get; set; }

    public ProgrammeTopic? Topic { get; set; }

    /// <summary>Names by which residents call it, separated by commas.</summary>
    public string? Also { get; set; }

    public string? What { get; set; }

    public string? Audience { get; set; }

    public string? Papers { get; set; }

    /// <summary>Where one asks for it.</summary>
    public string? Office { get; set; }

    /// <summary>When one can ask for it, and until when.</summary>
    public string? Schedule { get; set; }

    /// <summary>What the text rests on.</summary>
    public string? Source { get; set; }

    /// <summary>When somebody compared the text with its source; null: nobody has, and residents are told so.</summary>
    public DateOnly? CheckedOn { get; set; }
}

internal sealed class ProgrammeMapping : IEntityTypeConfiguration<Programme>
{
    public void Configure(EntityTypeBuilder<Programme> builder)
    {
        builder.ToTable("programme");
        builder.HasKey(p => p.Code);
    }
}
