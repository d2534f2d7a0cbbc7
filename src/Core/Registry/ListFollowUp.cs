using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SlrtBot.Core.Registry;

/// <summary>What is done once with every new list.</summary>
public enum FollowUpStep
{
    /// <summary>Open complaints that were checked before are checked again.</summary>
    Recheck,

    /// <summary>It is laid beside the list before it: which families have vanished.</summary>
    Compare,
}

/// <summary>How far a step has come with a list, so that it goes on there when it was cut off.</summary>
public sealed class ListFollowUp
{
    public required Guid SnapshotId { get; init; }

    public required FollowUpStep Step { get; init; }

    /// <summary>The row behind which it goes on.</summary>
    public Guid Position { get; set; }

    public DateTime? EndedAt { get; set; }
}

internal sealed class ListFollowUpMapping : IEntityTypeConfiguration<ListFollowUp>
{
    public void Configure(EntityTypeBuilder<ListFollowUp> builder)
    {
        builder.ToTable("list_follow_up");
        builder.HasKey(f => new { f.SnapshotId, f.Step });
    }
}
