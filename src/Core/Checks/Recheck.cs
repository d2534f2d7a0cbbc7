using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Registry;
using SlrtBot.Core.Sealing;

namespace SlrtBot.Core.Checks;

/// <summary>Labels <c>recheck.state.{code}</c>.</summary>
public enum RecheckState
{
    /// <summary>Somebody says whether the resident is told.</summary>
    Open,
    Told,

    /// <summary>Nobody tells it, for a reason.</summary>
    SetAside,

    /// <summary>A later list says otherwise, or the complaint is settled: nobody needs to tell it any more.</summary>
    Lapsed,
}

/// <summary>
/// A new list says something else of a complaint's person than was known before. One is open per complaint at most; the next list's
/// begins at what was known when the first was opened.
/// </summary>
public sealed class Recheck : OfComplaint, IVersioned
{
    public static readonly SealedTable Table = new("recheck");

    public required Guid Id { get; init; }

    /// <summary>The list that came.</summary>
    public required Guid SnapshotId { get; init; }

    /// <summary>The clock's <see cref="RegistryCheck"/>, which says what the lists have now.</summary>
    public required Guid CheckId { get; init; }

    public required CheckOutcome BeforeOutcome { get; init; }

    public required CheckOutcome AfterOutcome { get; init; }

    public RegistrySource? BeforeSource { get; init; }

    public RegistrySource? AfterSource { get; init; }

    /// <summary>Deciles and programmes, before and after; gone with the person's own words.</summary>
    public Sealed? Details { get; set; }

    public RecheckState State { get; private set; }

    public required DateTime MadeAt { get; init; }

    public DateTime? EndedAt { get; private set; }

    /// <summary>Null for the clock.</summary>
    public Guid? EndedBy { get; private set; }

    /// <summary>Of the message, made with its form, so that a double press tells once.</summary>
    public Guid? MessageId { get; private set; }

    /// <summary>The list that says otherwise.</summary>
    public Guid? LapsedBy { get; private set; }

    /// <summary>Why it was set aside.</summary>
    public Sealed? Words { get; set; }

    public int Version { get; set; }

    internal void Tell(Guid messageId, Guid staff, DateTime at) => (State, MessageId, EndedBy, EndedAt) = (RecheckState.Told, messageId, staff, at);

    internal void SetAside(Sealed words, Guid staff, DateTime at) => (State, Words, EndedBy, EndedAt) = (RecheckState.SetAside, words, staff, at);

    /// <param name="list">Null where the complaint is settled.</param>
    internal void Lapse(Guid? list, DateTime at) => (State, LapsedBy, EndedAt) = (RecheckState.Lapsed, list, at);
}

/// <summary>What a <see cref="Recheck"/> seals.</summary>
internal sealed record RecheckDetails(
    [property: JsonPropertyName("d")] int? Before, [property: JsonPropertyName("e")] int? After,
    [property: JsonPropertyName("p")] IReadOnlyList<string> ProgrammesBefore, [property: JsonPropertyName("q")] IReadOnlyList<string> ProgrammesAfter)
{
    public static RecheckDetails None { get; } = new(null, null, [], []);

    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this);

    public static RecheckDetails Of(byte[] bytes) => JsonSerializer.Deserialize<RecheckDetails>(bytes)!;

    public override string ToString() => "(recheck)";
}

internal sealed class RecheckMapping : IEntityTypeConfiguration<Recheck>
{
    public void Configure(EntityTypeBuilder<Recheck> builder)
    {
        builder.ToTable("recheck");
        builder.HasKey(r => r.Id);
        builder.HasIndex(r => new { r.SnapshotId, r.ComplaintId }).IsUnique();
        builder.HasIndex(r => new { r.ComplaintId, r.Id });
        builder.HasIndex(r => r.ComplaintId, "ix_recheck_open").IsUnique().HasFilter("ended_at is null").HasDatabaseName("ix_recheck_open");
        builder.HasIndex(r => r.LapsedBy).HasFilter("lapsed_by is not null");
        builder.HasIndex(r => new { r.RegencyCode, r.VillageCode, r.Id }).IsDescending(false, false, true).HasFilter("ended_at is null").HasDatabaseName("ix_recheck_open_regency");
        builder.HasIndex(r => new { r.DistrictCode, r.VillageCode, r.Id }).IsDescending(false, false, true).HasFilter("ended_at is null").HasDatabaseName("ix_recheck_open_district");
        builder.HasIndex(r => new { r.VillageCode, r.Id }).IsDescending(false, true).HasFilter("ended_at is null").HasDatabaseName("ix_recheck_open_village");
    }
}
