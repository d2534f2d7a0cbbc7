using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Sealing;

namespace SlrtBot.Core.Handovers;

/// <summary>Stored by code; labels are <c>handover.status.{code}</c>.</summary>
public enum HandoverStatus
{
    /// <summary>The sender owns the complaint still, and its clock runs.</summary>
    Sent,

    /// <summary>A desk of ours has it now; an office outside works on it and owes an answer.</summary>
    Accepted,
    Answered,

    /// <summary>Back at the sender, with a question.</summary>
    Returned,
    Revoked,

    /// <summary>Nobody took it, or answered, in time.</summary>
    Lapsed,
}

/// <summary>
/// A complaint on its way from one desk to another: from, to, why, what is asked, by when, and what came of it. A complaint has
/// one that runs at most. Source: docs/domain.md, "Hand-overs between levels".
/// </summary>
public sealed class Handover : OfComplaint, IVersioned
{
    public static readonly SealedTable Table = new("handover");

    public required Guid Id { get; init; }

    /// <summary>What an office outside quotes: of the make of a complaint's reference, with the prefix SRH.</summary>
    public required string Number { get; init; }

    public required HandoverDesk FromDesk { get; init; }

    /// <summary>Null where the clock, or the resident's wish, has sent it.</summary>
    public Guid? FromStaffId { get; init; }

    public required HandoverDesk ToDesk { get; init; }

    /// <summary>Null for an office that has none here.</summary>
    public string? ToArea { get; init; }

    /// <summary>A code of <see cref="HandoverReasons"/>.</summary>
    public required string Reason { get; init; }

    /// <summary>What is asked of the receiver; all that an office outside reads of the complaint.</summary>
    public Sealed? Request { get; set; }

    public required DateTime SentAt { get; init; }

    /// <summary>A service day of the complaint's village.</summary>
    public required DateOnly DueOn { get; init; }

    public HandoverStatus Status { get; private set; } = HandoverStatus.Sent;

    /// <summary>Whether somebody still has to do something with it; follows from status and desk, stored because one may run at most.</summary>
    public bool IsRunning { get; private set; } = true;

    public DateTime? AcceptedAt { get; private set; }

    /// <summary>Null where it was accepted over a link.</summary>
    public Guid? AcceptedBy { get; private set; }

    public DateTime? EndedAt { get; private set; }

    /// <summary>The answer, or the question with which it came back.</summary>
    public Sealed? Answer { get; private set; }

    /// <summary>Name and office of who answered over a link, as they wrote it.</summary>
    public Sealed? AnsweredBy { get; private set; }

    public int Version { get; set; }

    /// <exception cref="InvalidOperationException">The row begins elsewhere.</exception>
    internal void Move(Taken<HandoverStatus> taken, FieldCipher cipher)
    {
        var (row, given) = (taken.Row, taken.Given);
        if (row.From != Status)
        {
            throw new InvalidOperationException($"A move from {row.From} does not begin at {Status}.");
        }

        Status = row.To;
        IsRunning = Status == HandoverStatus.Accepted && ToDesk.IsOutside();
        if (Status == HandoverStatus.Accepted)
        {
            (AcceptedAt, AcceptedBy) = (given.By.At, given.By.Kind == ActorKind.Staff ? given.By.ActorId : null);
        }

        EndedAt = IsRunning ? null : given.By.At;
        Answer = cipher.SealOptional(given[HandoverWorkflow.Words], Table, Id, "answer") ?? Answer;
        AnsweredBy = cipher.SealOptional(given[HandoverWorkflow.Who], Table, Id, "answered_by") ?? AnsweredBy;
    }
}

internal sealed class HandoverMapping : IEntityTypeConfiguration<Handover>
{
    public void Configure(EntityTypeBuilder<Handover> builder)
    {
        builder.ToTable("handover");
        builder.HasKey(h => h.Id);
        builder.HasIndex(h => h.Number).IsUnique();
        builder.HasIndex(h => new { h.ComplaintId, h.Id });
        builder.HasIndex(h => h.ComplaintId, "ix_handover_running").IsUnique().HasFilter("is_running").HasDatabaseName("ix_handover_running");
        builder.HasIndex(h => new { h.DueOn, h.Id }).HasFilter("is_running").HasDatabaseName("ix_handover_due");
    }
}
