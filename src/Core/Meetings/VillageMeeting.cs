using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Sealing;

namespace SlrtBot.Core.Meetings;

/// <summary>How a village says what it thinks of proposals. Labels <c>meeting.form.{code}</c>.</summary>
public enum MeetingForm
{
    /// <summary>Musyawarah desa or kelurahan: invited people deliberate.</summary>
    Meeting,

    /// <summary>SPTJM, the statement of absolute responsibility that the head of the village signs in the place of a meeting.</summary>
    Statement,
}

/// <summary>Labels <c>meeting.status.{code}</c>.</summary>
public enum MeetingStatus
{
    /// <summary>Its agenda, its guests and its decisions can still change.</summary>
    Planned,

    /// <summary>Nothing changes any more; the signed minutes are missing.</summary>
    Closed,

    /// <summary>The signed minutes are here, and what was decided counts.</summary>
#pragma warning disable CA1720 // A paper that is signed, not a kind of number.
    Signed,
#pragma warning restore CA1720
    Cancelled,
}

/// <summary>
/// One meeting of a village about proposals, or the statement in its place. What it decides counts with its signed minutes and not before.
/// Who may see it: <see cref="MeetingScope"/>. Source: docs/meetings.md.
/// </summary>
public sealed class VillageMeeting : IVersioned, IPlaced
{
    public const int LongestLine = 160;

    /// <summary>More families than that nobody talks about in one sitting.</summary>
    public const int MostItems = 200;

    public static readonly SealedTable Table = new("village_meeting");

    public required Guid Id { get; init; }

    public required string RegencyCode { get; init; }

    public required string DistrictCode { get; init; }

    public required string VillageCode { get; init; }

    public required MeetingForm Form { get; init; }

    /// <summary>The first day of the month whose clock it goes by.</summary>
    public required DateOnly Cycle { get; init; }

    /// <summary>A service day of the village.</summary>
    public required DateOnly HeldOn { get; init; }

    public Sealed? Place { get; init; }

    /// <summary>What the village has numbered its minutes with.</summary>
    public Sealed? Number { get; private set; }

    /// <summary>How many of those who are listed were invited, and how many came.</summary>
    public int Invited { get; private set; }

    public int Present { get; private set; }

    public MeetingStatus Status { get; private set; } = MeetingStatus.Planned;

    public required Guid PlannedBy { get; init; }

    public required DateTime PlannedAt { get; init; }

    public Guid? ClosedBy { get; private set; }

    public DateTime? ClosedAt { get; private set; }

    public Guid? SignedBy { get; private set; }

    public DateTime? SignedAt { get; private set; }

    /// <summary>The stored file of its signed minutes.</summary>
    public Guid? MinutesId { get; private set; }

    /// <summary>A code of <see cref="MeetingReasons.Cancelling"/>.</summary>
    public string? CancelReason { get; private set; }

    /// <summary>When something of it was last changed: whoever closes it has seen that.</summary>
    public DateTime? WrittenAt { get; private set; }

    public int Version { get; set; }

    /// <summary>Whether more than half of those who were invited are there; a statement needs nobody.</summary>
    public bool HasQuorum => Form == MeetingForm.Statement || 2 * Present > Invited;

    internal void Write(DateTime at) => WrittenAt = at;

    internal void Count(int invited, int present, DateTime at) => (Invited, Present, WrittenAt) = (invited, present, at);

    internal void Keep(Guid minutes, Sealed? number, DateTime at) => (MinutesId, Number, WrittenAt) = (minutes, number ?? Number, at);

    /// <exception cref="InvalidOperationException">The row begins elsewhere.</exception>
    internal void Move(Taken<MeetingStatus> taken)
    {
        var (row, by) = (taken.Row, taken.Given.By);
        if (row.From != Status)
        {
            throw new InvalidOperationException($"A move from {row.From} does not begin at {Status}.");
        }

        Status = row.To;
        (ClosedBy, ClosedAt) = Status == MeetingStatus.Closed ? (by.ActorId, by.At) : (ClosedBy, ClosedAt);
        (SignedBy, SignedAt) = Status == MeetingStatus.Signed ? (by.ActorId, by.At) : (SignedBy, SignedAt);
        CancelReason = Status == MeetingStatus.Cancelled ? taken.Given[MeetingWorkflow.Reason] : null;
    }
}

internal sealed class VillageMeetingMapping : IEntityTypeConfiguration<VillageMeeting>
{
    public void Configure(EntityTypeBuilder<VillageMeeting> builder)
    {
        builder.ToTable("village_meeting");
        builder.HasKey(m => m.Id);
        builder.HasIndex(m => new { m.RegencyCode, m.Status, m.HeldOn, m.Id });
        builder.HasIndex(m => new { m.DistrictCode, m.Status, m.HeldOn, m.Id });
        builder.HasIndex(m => new { m.VillageCode, m.Status, m.HeldOn, m.Id });
    }
}
