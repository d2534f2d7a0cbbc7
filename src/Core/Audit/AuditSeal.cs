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

    /// <summary>SHA-256 over the previous seal's hash and the canonical form of each act, in order of id.</summary>
    public required byte[] Hash { get; init; }

    public required DateTime SealedAt { get; init; }
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
