using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Sealing;

namespace SlrtBot.Core.Proposals;

/// <summary>One step of a proposal: who, when, and on what paper it rests.</summary>
public sealed class ProposalMove
{
    public static readonly SealedTable Table = new("proposal_move");

    public required Guid Id { get; init; }

    public required Guid ProposalId { get; init; }

    public required ProposalStatus FromStatus { get; init; }

    public required ProposalStatus ToStatus { get; init; }

    public required string Verb { get; init; }

    /// <summary>A code of <see cref="ProposalReasons"/>.</summary>
    public string? Reason { get; init; }

    /// <summary>The meeting or batch by which it went; null for every other step.</summary>
    public Guid? PaperId { get; init; }

    /// <summary>What was said with it.</summary>
    public Sealed? Words { get; set; }

    public required ActorKind ActorKind { get; init; }

    public Guid? ActorId { get; init; }

    public required DateTime At { get; init; }
}

internal sealed class ProposalMoveMapping : IEntityTypeConfiguration<ProposalMove>
{
    public void Configure(EntityTypeBuilder<ProposalMove> builder)
    {
        builder.ToTable("proposal_move");
        builder.HasKey(m => m.Id);
        builder.HasIndex(m => new { m.ProposalId, m.Id });
    }
}
