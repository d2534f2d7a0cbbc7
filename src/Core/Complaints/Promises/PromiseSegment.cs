using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SlrtBot.Core.Complaints.Promises;

/// <summary>What the clock of a promise does, and for whom it stands.</summary>
public enum PromiseClock
{
    Running,
    WithResident,
    WithPartner,

    /// <summary>Settled: nothing is promised until it is opened again.</summary>
    Stopped,
}

/// <summary>
/// From here on the clock of a complaint's promise runs or stands. A segment ends where the next one begins, the last one
/// with the complaint itself. Rows are only ever added, and the day follows from them (<see cref="PromiseDay"/>): how many
/// days are left is stored nowhere, so that no change of a rule can forget a wait.
/// </summary>
public sealed class PromiseSegment
{
    public required Guid ComplaintId { get; init; }

    public required Guid Id { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime FromAt { get; init; }

    public required PromiseClock Clock { get; init; }

    /// <summary>Working days that were promised; only where a promise begins, null where it goes on.</summary>
    public int? Days { get; init; }

    /// <summary>The version of the calendar by which its days count.</summary>
    public required string Calendar { get; init; }
}

internal sealed class PromiseSegmentMapping : IEntityTypeConfiguration<PromiseSegment>
{
    public void Configure(EntityTypeBuilder<PromiseSegment> builder)
    {
        builder.ToTable("promise_segment");
        builder.HasKey(s => new { s.ComplaintId, s.Id });
    }
}
