using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Core.SignedLinks;

/// <summary>Makes links, finds what they open, and ends them.</summary>
public sealed class LinkBook(SlrtDbContext db)
{
    /// <summary>A new link; an older one to the same thing no longer serves.</summary>
    /// <returns>The secret, which is stored nowhere.</returns>
    public async Task<string> MakeAsync(LinkPurpose purpose, Guid thingId, DateTime expiresAt, Provenance by, CancellationToken cancellationToken)
    {
        await EndAsync(thingId, by.At, cancellationToken);
        var secret = LinkSecret.New();
        db.Add(new SignedLink
        {
            Id = SequentialId.Next(by.At),
            Purpose = purpose,
            ThingId = thingId,
            SecretHash = LinkSecret.Hash(secret),
            MadeBy = by.ActorId,
            MadeAt = by.At,
            ExpiresAt = expiresAt,
        });
        return secret;
    }

    /// <returns>Null for a secret that is unknown or not for this purpose; one that no longer serves is found, and says so.</returns>
    public Task<SignedLink?> FindAsync(LinkPurpose purpose, string secret, CancellationToken cancellationToken)
    {
        var hash = LinkSecret.Hash(secret);
        return db.SignedLinks.SingleOrDefaultAsync(l => l.SecretHash == hash && l.Purpose == purpose, cancellationToken);
    }

    public async Task EndAsync(Guid thingId, DateTime at, CancellationToken cancellationToken)
    {
        foreach (var link in await db.SignedLinks.Where(l => l.ThingId == thingId && l.EndedAt == null).ToListAsync(cancellationToken))
        {
            link.EndedAt = at;
        }
    }
}
