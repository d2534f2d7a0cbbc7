using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Sealing;

namespace SlrtBot.Core.Meetings;

/// <summary>What a village says of one proposal: the verb by which it goes on. Labels <c>meeting.decision.{code}</c>.</summary>
public enum MeetingDecision
{
    Agree,
    Refuse,

    /// <summary>Put off to the next meeting.</summary>
    Defer,
}

/// <summary>One proposal on the agenda of one meeting. It lies on one open meeting at most.</summary>
public sealed class MeetingItem : IVersioned
{
    public const int LongestWords = 1000;

    public static readonly SealedTable Table = new("meeting_item");

    public required Guid Id { get; init; }

    public required Guid MeetingId { get; init; }

    public required Guid ProposalId { get; init; }

    /// <summary>Its place on the agenda; what was taken off leaves a gap.</summary>
    public required int Ordinal { get; init; }

    /// <summary>The meeting is neither signed nor cancelled.</summary>
    public bool IsOpen { get; private set; } = true;

    /// <summary>Null as long as nobody has decided.</summary>
    public MeetingDecision? Decision { get; private set; }

    /// <summary>Why the village does not agree: a code of <c>ProposalReasons.Refusing</c>.</summary>
    public string? Reason { get; private set; }

    /// <summary>What was said with it.</summary>
    public Sealed? Words { get; private set; }

    public Guid? DecidedBy { get; private set; }

    public DateTime? DecidedAt { get; private set; }

    public int Version { get; set; }

    internal void Decide(MeetingDecision decision, string? reason, Sealed? words, Guid by, DateTime at) =>
        (Decision, Reason, Words, DecidedBy, DecidedAt) = (decision, reason, words, by, at);

    internal void End() => IsOpen = false;
}

internal sealed class MeetingItemMapping : IEntityTypeConfiguration<MeetingItem>
{
    public void Configure(EntityTypeBuilder<MeetingItem> builder)
    {
        builder.ToTable("meeting_item");
        builder.HasKey(i => i.Id);
        builder.HasIndex(i => new { i.MeetingId, i.Ordinal });
        builder.HasIndex(i => i.ProposalId);
        builder.HasIndex(i => i.ProposalId, "ix_meeting_item_open").IsUnique().HasFilter("is_open").HasDatabaseName("ix_meeting_item_open");
    }
}
