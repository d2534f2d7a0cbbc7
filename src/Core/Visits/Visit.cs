using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Sealing;

namespace SlrtBot.Core.Visits;

/// <summary>Stored by code; labels <c>visit.status.{code}</c>.</summary>
public enum VisitStatus
{
    Planned,

    /// <summary>The report waits for somebody else's eyes.</summary>
    Sent,

    /// <summary>Back at the facilitator, with reasons.</summary>
    Returned,
    Approved,

    /// <summary>It does not take place, or the complaint went another way.</summary>
    Cancelled,
}

/// <summary>As close as a resident is told: nobody keeps an hour. Labels <c>visit.part.{code}</c>.</summary>
public enum PartOfDay
{
    Morning,
    Noon,
    Afternoon,
}

/// <summary>What a visit has found; labels <c>visit.outcome.{code}</c>.</summary>
public enum VisitOutcome
{
    AsTold,
    PartlyAsTold,
    NotAsTold,

    /// <summary>Nobody was at home.</summary>
    NotHome,
    Moved,
    Died,
    NotFound,
}

/// <summary>
/// Somebody goes to a house because of a complaint, writes down what is there, and somebody else approves it. One runs per
/// complaint at most. What it has found counts once it is approved. Source: docs/visits.md.
/// </summary>
public sealed class Visit : OfComplaint, IVersioned
{
    public static readonly SealedTable Table = new("visit");

    public required Guid Id { get; init; }

    /// <summary>A service day of the complaint's village.</summary>
    public DateOnly PlannedOn { get; private set; }

    public PartOfDay Part { get; private set; }

    /// <summary>Who goes there.</summary>
    public Guid VisitorId { get; private set; }

    public required DateTime PlannedAt { get; init; }

    /// <summary>What to look at there; for colleagues.</summary>
    public Sealed? Note { get; set; }

    /// <summary>When the resident said that they cannot on that day; null once it was moved.</summary>
    public DateTime? CannotAt { get; private set; }

    public VisitStatus Status { get; private set; } = VisitStatus.Planned;

    /// <summary>Whether somebody still has to do something with it; follows from the status, stored because one may run at most.</summary>
    public bool IsRunning { get; private set; } = true;

    /// <summary>How often it was, or is being, reported: 1, and one more for each return.</summary>
    public int Round { get; private set; } = 1;

    /// <summary>Null until somebody else has approved it.</summary>
    public VisitOutcome? Outcome { get; private set; }

    /// <summary>A code of <see cref="VisitReasons.Cancelling"/>, or that the complaint moved on.</summary>
    public string? CancelReason { get; private set; }

    /// <summary>When its report was last written in: whoever sends or decides has seen that.</summary>
    public DateTime? WrittenAt { get; private set; }

    public DateTime? EndedAt { get; private set; }

    public int Version { get; set; }

    /// <summary>Whether its report is being written.</summary>
    public bool IsOpen => Status is VisitStatus.Planned or VisitStatus.Returned;

    internal void Plan(DateOnly on, PartOfDay part, Guid visitor)
    {
        (PlannedOn, Part, VisitorId, CannotAt) = (on, part, visitor, null);
    }

    internal void SayCannot(DateTime at) => CannotAt = at;

    internal void Write(DateTime at) => WrittenAt = at;

    /// <param name="reported">Of the report that is approved.</param>
    /// <exception cref="InvalidOperationException">The row begins elsewhere.</exception>
    internal void Move(Taken<VisitStatus> taken, VisitOutcome? reported = null)
    {
        var (row, given) = (taken.Row, taken.Given);
        if (row.From != Status)
        {
            throw new InvalidOperationException($"A move from {row.From} does not begin at {Status}.");
        }

        Status = row.To;
        IsRunning = Status is not (VisitStatus.Approved or VisitStatus.Cancelled);
        EndedAt = IsRunning ? null : given.By.At;
        Round += Status == VisitStatus.Returned ? 1 : 0;
        Outcome = Status == VisitStatus.Approved ? reported : null;
        CancelReason = Status == VisitStatus.Cancelled ? given[VisitWorkflow.Reason] : null;
    }
}

internal sealed class VisitMapping : IEntityTypeConfiguration<Visit>
{
    public void Configure(EntityTypeBuilder<Visit> builder)
    {
        builder.ToTable("visit");
        builder.HasKey(v => v.Id);
        builder.HasIndex(v => new { v.ComplaintId, v.Id });
        builder.HasIndex(v => v.ComplaintId, "ix_visit_running").IsUnique().HasFilter("is_running").HasDatabaseName("ix_visit_running");
        builder.HasIndex(v => new { v.VisitorId, v.PlannedOn, v.Id }).HasFilter("is_running").HasDatabaseName("ix_visit_visitor");
        builder.HasIndex(v => new { v.RegencyCode, v.PlannedOn, v.Id }).HasFilter("is_running").HasDatabaseName("ix_visit_running_regency");
        builder.HasIndex(v => new { v.DistrictCode, v.PlannedOn, v.Id }).HasFilter("is_running").HasDatabaseName("ix_visit_running_district");
        builder.HasIndex(v => new { v.VillageCode, v.PlannedOn, v.Id }).HasFilter("is_running").HasDatabaseName("ix_visit_running_village");
    }
}
