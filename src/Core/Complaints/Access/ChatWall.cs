using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Core.Complaints.Access;

/// <summary>
/// The wall before every act of a chat on a complaint. A chat <em>hears</em> of what it filed and of what a slip joined it
/// to. It <em>speaks for</em> what it filed, and for what it was joined to with the consent of the person concerned: only then
/// does its word change anything (docs/domain.md, "For whom").
/// </summary>
public sealed class ChatWall(SlrtDbContext db, RepresentativeQueries representatives)
{
    /// <summary>The refusal of a chat that hears and does not speak.</summary>
    public const string OnlyHears = "only_hears";

    /// <param name="by">The chat.</param>
    /// <returns>Tracked. Refused with <c>not_found</c>, alike for a miss and for a complaint of which the chat does not hear.</returns>
    public async Task<Outcome<Complaint>> HeardAsync(Guid complaintId, Provenance by, CancellationToken cancellationToken) =>
        await db.Complaints.InChat(db, by.ActorId).SingleOrDefaultAsync(c => c.Id == complaintId, cancellationToken) is { } complaint
            ? complaint
            : Refusal.NotFound();

    /// <returns>Tracked. Refused with <c>not_found</c> or <see cref="OnlyHears"/>.</returns>
    public async Task<Outcome<Complaint>> SpokenForAsync(Guid complaintId, Provenance by, CancellationToken cancellationToken)
    {
        var heard = await HeardAsync(complaintId, by, cancellationToken);
        return !heard.Succeeded || await representatives.SpeaksForAsync(heard.Value, by.ActorId!.Value, cancellationToken)
            ? heard
            : Refusal.Conflict(OnlyHears);
    }
}
