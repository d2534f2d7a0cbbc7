using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SlrtBot.Core.SignedLinks;

/// <summary>What a link opens. Stored by code.</summary>
public enum LinkPurpose
{
    /// <summary>A hand-over to an office outside this installation.</summary>
    Handover,
}

/// <summary>
/// A link over which somebody without an account answers one thing, until a day. It may be opened often, because whoever
/// answers asks others first; opening it has no effect, because messengers fetch links ahead.
/// </summary>
public sealed class SignedLink
{
    public required Guid Id { get; init; }

    public required LinkPurpose Purpose { get; init; }

    public required Guid ThingId { get; init; }

    /// <summary>SHA-256 of the secret in the link.</summary>
    public required byte[] SecretHash { get; init; }

    public required Guid? MadeBy { get; init; }

    public required DateTime MadeAt { get; init; }

    public required DateTime ExpiresAt { get; init; }

    /// <summary>When it was first looked at; the sender sees it.</summary>
    public DateTime? OpenedAt { get; set; }

    /// <summary>When a newer one took its place, or what it opens was over.</summary>
    public DateTime? EndedAt { get; set; }

    public bool ServesAt(DateTime now) => EndedAt is null && ExpiresAt > now;
}

internal sealed class SignedLinkMapping : IEntityTypeConfiguration<SignedLink>
{
    public void Configure(EntityTypeBuilder<SignedLink> builder)
    {
        builder.ToTable("signed_link");
        builder.HasKey(l => l.Id);
        builder.HasIndex(l => l.SecretHash).IsUnique();
        builder.HasIndex(l => new { l.ThingId, l.Id });
    }
}
