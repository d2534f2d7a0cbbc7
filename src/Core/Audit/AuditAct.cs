using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SlrtBot.Core.Kernel;

namespace SlrtBot.Core.Audit;

/// <summary>
/// One line of the audit: who did what to which record, when, through which door. Ids and codes only, never
/// personal words, so that erasure never has to touch it. The database refuses UPDATE and DELETE by trigger.
/// </summary>
public sealed class AuditAct
{
    public required Guid Id { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime At { get; init; }

    public required ActorKind ActorKind { get; init; }

    public Guid? ActorId { get; init; }

    public required string Door { get; init; }

    /// <summary>Dotted and in the past tense of the glossary: <c>complaint.moved</c>, <c>staff.signed_in</c>.</summary>
    public required string Verb { get; init; }

    public required string SubjectType { get; init; }

    public required Guid SubjectId { get; init; }

    public string? Reason { get; init; }

    /// <summary>JSON object of codes and ids, for example <c>{"from":"received","to":"in_review"}</c>.</summary>
    public string? Data { get; init; }
}

internal sealed class AuditActMapping : IEntityTypeConfiguration<AuditAct>
{
    public void Configure(EntityTypeBuilder<AuditAct> builder)
    {
        builder.ToTable("audit_act");
        builder.HasKey(a => a.Id);
        builder.HasIndex(a => new { a.SubjectId, a.Id });
        builder.HasIndex(a => new { a.ActorId, a.Id });
    }
}
