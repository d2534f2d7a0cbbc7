using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SlrtBot.Core.Jobs;

/// <summary>
/// A due row that a job could not handle. It comes again after a wait that grows, and after the fifth failure only when
/// an administrator says so. Ids and type names: nobody's words.
/// </summary>
public sealed class ParkedRow
{
    /// <summary>The name of the job in <see cref="JobSchedule"/>.</summary>
    public required string Job { get; init; }

    /// <summary>Of a complaint, a chat, a talk or a file: what the job walks.</summary>
    public required Guid RowId { get; init; }

    public required DateTime FirstFailedAt { get; init; }

    /// <summary>Failures so far.</summary>
    public required int Attempts { get; set; }

    /// <summary>Type name of the last failure; never its message.</summary>
    public required string ErrorCode { get; set; }

    public required DateTime NextTryAt { get; set; }

    /// <summary>Null while it still comes again by itself.</summary>
    public DateTime? ParkedAt { get; set; }

    public bool IsHeld(DateTime now) => ParkedAt is not null || NextTryAt > now;
}

internal sealed class ParkedRowMapping : IEntityTypeConfiguration<ParkedRow>
{
    public void Configure(EntityTypeBuilder<ParkedRow> builder)
    {
        builder.ToTable("parked_row");
        builder.HasKey(r => new { r.Job, r.RowId });
    }
}
