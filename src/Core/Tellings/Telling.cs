using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Sealing;

namespace SlrtBot.Core.Tellings;

/// <summary>Why somebody goes there. Stored by code; labels <c>telling.reason.{code}</c>.</summary>
public enum TellingReason
{
    /// <summary>The complaint came without a chat.</summary>
    NoChat,

    /// <summary>The chat no longer takes news: blocked, or news were stopped.</summary>
    DeadChat,

    /// <summary>Staff found it too delicate for a chat.</summary>
    Delicate,
}

/// <summary>What came of it; labels <c>telling.outcome.{code}</c>.</summary>
public enum TellingOutcome
{
    Told,

    /// <summary>Nobody was met; somebody goes there again.</summary>
    NotMet,

    /// <summary>Moved away or dead: nobody goes there again.</summary>
    Gone,
}

/// <summary>Who was told; labels <c>telling.whom.{code}</c>.</summary>
public enum ToldWhom
{
    Self,
    Family,
    Neighbour,
}

/// <summary>
/// News of a complaint that somebody carries to the resident: the facilitator tells the outcome (docs/domain.md, "Told in
/// person"). One waits per complaint at most.
/// </summary>
public sealed class Telling : OfComplaint
{
    public static readonly SealedTable Table = new("telling");

    public required Guid Id { get; init; }

    public required TellingReason Reason { get; set; }

    /// <summary>What is to be told, beside the status: the staff's words for the resident.</summary>
    public Sealed? Words { get; set; }

    public required DateTime AskedAt { get; init; }

    /// <summary>How often nobody was met.</summary>
    public int Tries { get; set; }

    public TellingOutcome? Outcome { get; set; }

    public ToldWhom? Whom { get; set; }

    /// <summary>Whether they understood what comes next, as far as whoever told them could see.</summary>
    public bool? Understood { get; set; }

    /// <summary>What they said about the help; null where there was none to speak of.</summary>
    public Confirmation? Received { get; set; }

    public Sealed? Note { get; set; }

    public Guid? ToldBy { get; set; }

    /// <summary>The service day on which it was told, which may lie before the entry.</summary>
    public DateOnly? ToldOn { get; set; }

    public DateTime? EndedAt { get; set; }
}

internal sealed class TellingMapping : IEntityTypeConfiguration<Telling>
{
    public void Configure(EntityTypeBuilder<Telling> builder)
    {
        builder.ToTable("telling");
        builder.HasKey(t => t.Id);
        builder.HasIndex(t => new { t.ComplaintId, t.Id });
        builder.HasIndex(t => t.ComplaintId, "ix_telling_waiting").IsUnique().HasFilter("ended_at is null").HasDatabaseName("ix_telling_waiting");
        builder.HasIndex(t => new { t.RegencyCode, t.Id }).HasFilter("ended_at is null").HasDatabaseName("ix_telling_waiting_regency");
        builder.HasIndex(t => new { t.DistrictCode, t.Id }).HasFilter("ended_at is null").HasDatabaseName("ix_telling_waiting_district");
        builder.HasIndex(t => new { t.VillageCode, t.Id }).HasFilter("ended_at is null").HasDatabaseName("ix_telling_waiting_village");
    }
}
