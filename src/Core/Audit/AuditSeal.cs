using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SlrtBot.Core.Audit;

/// <summary>
/// A link of the audit's hash chain: it covers the acts after the previous seal's <see cref="UpToId"/> up to its
/// own. Sealing in batches, by a job, keeps writers from queueing behind one another's hash.
/// </summary>
public sealed class AuditSeal
{
    public required int Number { get; init; }

    public required Guid UpToId { get; init; }

    public required int Acts { get; init; }

    /// <summary><see cref="AuditChain.Hash"/> over the previous seal's hash and each act, in order of id.</summary>
    public required byte[] Hash { get; init; }

    public required DateTime SealedAt { get; init; }
}

/// <summary>What tells which act of a broken link was touched: the marks of its acts, in order of id.</summary>
public sealed class AuditMarks
{
    /// <summary>Of the seal.</summary>
    public required int Number { get; init; }

    /// <summary><see cref="AuditChain.MarkBytes"/> for each act.</summary>
    public required byte[] Marks { get; init; }
}

internal sealed class AuditMarksMapping : IEntityTypeConfiguration<AuditMarks>
{
    public void Configure(EntityTypeBuilder<AuditMarks> builder)
    {
        builder.ToTable("audit_marks");
        builder.HasKey(m => m.Number);
        builder.Property(m => m.Number).ValueGeneratedNever();
    }
}

internal sealed class AuditSealMapping : IEntityTypeConfiguration<AuditSeal>
{
    public void Configure(EntityTypeBuilder<AuditSeal> builder)
    {
        builder.ToTable("audit_seal");
        builder.HasKey(s => s.Number);
        builder.Property(s => s.Number).ValueGeneratedNever();
    }
}
