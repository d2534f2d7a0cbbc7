using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Sealing;

namespace SlrtBot.Core.Complaints;

/// <summary>What somebody is to the person whom a complaint concerns; labels <c>relation.{code}</c>.</summary>
public enum Relation
{
    /// <summary>The person concerned, in a chat that did not file the complaint.</summary>
    Self,
    Parent,
    Guardian,
    Family,
    Neighbour,
    Other,
}

/// <summary>Whether the person concerned wants this representative to hear of the complaint; labels <c>representative_consent.{code}</c>.</summary>
public enum RepresentativeConsent
{
    /// <summary>Not asked yet.</summary>
    Pending,
    Yes,

    /// <summary>The representative is the parent or guardian of a child, whose consent counts (UU 27/2022, article 25).</summary>
    Guardian,

    /// <summary>The person cannot say so: ill, or of great age. Staff ask on a visit.</summary>
    Incapable,
}

/// <summary>How a consent was given; labels <c>consent_way.{code}</c>.</summary>
public enum ConsentWay
{
    Chat,
    Phone,
    Letter,
    Visit,
    Desk,
}

/// <summary>
/// Somebody who speaks for the person concerned, in one chat. Without consent such a chat hears the status and nothing
/// more (docs/domain.md, "For whom").
/// </summary>
public sealed class Representative : IVersioned
{
    public static readonly SealedTable Table = new("complaint_representative");

    public required Guid Id { get; init; }

    public required Guid ComplaintId { get; init; }

    /// <summary>Null until the chat is known: a slip that nobody has used yet.</summary>
    public Guid? ConversationId { get; set; }

    public Sealed? Name { get; set; }

    public required Relation Relation { get; set; }

    public required RepresentativeConsent Consent { get; set; }

    public ConsentWay? Way { get; set; }

    /// <summary>Of the question that was answered in the chat.</summary>
    public string? TextVersion { get; set; }

    public required DateTime RecordedAt { get; set; }

    public required ActorKind RecordedBy { get; set; }

    /// <summary>The staff member's or conversation's id.</summary>
    public Guid? RecordedById { get; set; }

    /// <summary>When the person concerned took the consent back.</summary>
    public DateTime? WithdrawnAt { get; set; }

    /// <summary>Blind index of the code on the slip; null again once it was used.</summary>
    public byte[]? SlipHash { get; set; }

    public DateTime? SlipExpiresAt { get; set; }

    /// <summary>When a chat was joined by a slip; null for the chat that filed the complaint.</summary>
    public DateTime? LinkedAt { get; set; }

    /// <summary>When that chat was parted from the complaint again.</summary>
    public DateTime? EndedAt { get; set; }

    public int Version { get; set; }

    /// <summary>Whether the chat may read more than the status.</summary>
    public bool ReadsAll =>
        EndedAt is null && WithdrawnAt is null && Consent is RepresentativeConsent.Yes or RepresentativeConsent.Guardian;

    /// <summary>Of the chat that filed a complaint for somebody else.</summary>
    public static Relation RelationOf(Subject subject) => subject switch
    {
        Subject.Family => Relation.Family,
        Subject.Neighbour => Relation.Neighbour,
        _ => Relation.Other,
    };
}

internal sealed class RepresentativeMapping : IEntityTypeConfiguration<Representative>
{
    public void Configure(EntityTypeBuilder<Representative> builder)
    {
        builder.ToTable("complaint_representative");
        builder.HasKey(r => r.Id);
        builder.HasIndex(r => new { r.ComplaintId, r.Id });
        builder.HasIndex(r => new { r.ConversationId, r.ComplaintId }).HasFilter("conversation_id is not null");
        builder.HasIndex(r => r.SlipHash).IsUnique().HasFilter("slip_hash is not null");
        builder.Ignore(r => r.ReadsAll);
    }
}
