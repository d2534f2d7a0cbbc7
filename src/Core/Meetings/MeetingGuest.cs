using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SlrtBot.Core.Sealing;

namespace SlrtBot.Core.Meetings;

/// <summary>As what somebody is invited. Labels <c>meeting.guest.{code}</c>.</summary>
public enum GuestRole
{
    /// <summary>Kepala desa or lurah.</summary>
    VillageHead,

    /// <summary>Kepala dusun.</summary>
    HamletHead,

    /// <summary>Ketua RT or RW.</summary>
    Neighbourhood,

    /// <summary>BPD or LPM.</summary>
    Council,

    /// <summary>Kader PKK or Posyandu.</summary>
    Cadre,

    /// <summary>PSM or TKSK.</summary>
    Volunteer,

    /// <summary>Pendamping PKH.</summary>
    PkhFacilitator,

    /// <summary>Babinsa or Bhabinkamtibmas.</summary>
    Security,

    /// <summary>Tokoh masyarakat or agama.</summary>
    Elder,
    Other,
}

/// <summary>Who is invited to a meeting, and whether they came. They are no residents of complaints; their names stay with the minutes.</summary>
public sealed class MeetingGuest
{
    public const int LongestName = 120;
    public const int Most = 100;

    public static readonly SealedTable Table = new("meeting_guest");

    public required Guid Id { get; init; }

    public required Guid MeetingId { get; init; }

    public required Sealed Name { get; init; }

    public required GuestRole Role { get; init; }

    public bool IsPresent { get; internal set; }

    public required Guid InvitedBy { get; init; }

    public required DateTime InvitedAt { get; init; }
}

internal sealed class MeetingGuestMapping : IEntityTypeConfiguration<MeetingGuest>
{
    public void Configure(EntityTypeBuilder<MeetingGuest> builder)
    {
        builder.ToTable("meeting_guest");
        builder.HasKey(g => g.Id);
        builder.HasIndex(g => new { g.MeetingId, g.Id });
    }
}
