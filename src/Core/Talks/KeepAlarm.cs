using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Core.Talks;

/// <summary>
/// Somebody refuses that their words are kept, and had been in danger: what stands on the alarm's card stays there all the
/// same, on the ground of vital interest, until its term is over.
/// </summary>
public sealed class KeepAlarm(SlrtDbContext db, AuditTrail audit)
{
    /// <returns>False where there is no such card.</returns>
    public async Task<Outcome<bool>> DoAsync(Guid conversationId, Provenance by, CancellationToken cancellationToken)
    {
        var kept = await db.Talks.Where(t => t.ConversationId == conversationId && t.Words != null).ToListAsync(cancellationToken);
        foreach (var talk in kept)
        {
            talk.Ground = KeepingGround.VitalInterest;
            audit.Record(by, "handover.alarm_kept", "conversation", conversationId, new { handover = talk.Id, ground = Codes.Of(KeepingGround.VitalInterest) });
        }

        return kept.Count > 0;
    }
}
