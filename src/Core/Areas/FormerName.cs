using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SlrtBot.Core.Areas;

/// <summary>What an area was called before: people go on writing it, and are led to what it is called now.</summary>
public sealed class FormerName
{
    public required Guid Id { get; init; }

    public required string AreaCode { get; init; }

    public required string Name { get; init; }

    /// <summary>The first day on which it was called otherwise.</summary>
    public required DateOnly Until { get; init; }
}

internal sealed class FormerNameMapping : IEntityTypeConfiguration<FormerName>
{
    public void Configure(EntityTypeBuilder<FormerName> builder)
    {
        builder.ToTable("area_former_name");
        builder.HasKey(n => n.Id);
        builder.HasIndex(n => n.AreaCode);
    }
}
