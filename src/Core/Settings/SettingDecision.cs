using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SlrtBot.Core.Sealing;

namespace SlrtBot.Core.Settings;

/// <summary>One line of the decision log: who settled what, from which value to which, and why. Written once, never changed: the database refuses it.</summary>
public sealed class SettingDecision
{
    public static readonly SealedTable Table = new("setting_decision");

    public required Guid Id { get; init; }

    public required string Code { get; init; }

    /// <summary>Empty for the whole installation.</summary>
    public required string AreaCode { get; init; }

    public required DateTime At { get; init; }

    public required Guid DecidedBy { get; init; }

    /// <summary>Null: the usual value held.</summary>
    public string? Before { get; init; }

    /// <summary>Null: the usual value holds again.</summary>
    public string? After { get; init; }

    public required Sealed Reason { get; init; }
}

internal sealed class SettingDecisionMapping : IEntityTypeConfiguration<SettingDecision>
{
    public void Configure(EntityTypeBuilder<SettingDecision> builder)
    {
        builder.ToTable("setting_decision");
        builder.HasKey(d => d.Id);
        builder.HasIndex(d => new { d.Code, d.AreaCode, d.Id });
    }
}
