using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SlrtBot.Core.Programmes;

/// <summary>A programme that a referral may name. Its rules, papers and quotas come with the catalogue.</summary>
public sealed class Programme
{
    public required string Code { get; init; }

    public required string Name { get; set; }

    public required string Owner { get; set; }

    public bool IsActive { get; set; } = true;
}

internal sealed class ProgrammeMapping : IEntityTypeConfiguration<Programme>
{
    public void Configure(EntityTypeBuilder<Programme> builder)
    {
        builder.ToTable("programme");
        builder.HasKey(p => p.Code);
    }
}
