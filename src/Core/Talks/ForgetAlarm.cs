using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Core.Talks;

/// <summary>The alarm was closed and its term is over: its card is emptied. That there was one, where and when, stays.</summary>
public sealed class ForgetAlarm(SlrtDbContext db, SealedColumns columns, AuditTrail audit)
{
    /// <returns>False where its time has not come.</returns>
    public async Task<Outcome<bool>> DoAsync(Guid talkId, Provenance by, CancellationToken cancellationToken)
    {
        var talk = await db.Talks.SingleAsync(t => t.Id == talkId, cancellationToken);
        if (talk.ForgetAt is not { } due || due > by.At)
        {
            return false;
        }

        columns.Empty(talk);
        (talk.Ground, talk.ForgetAt) = (null, null);
        audit.Record(by, "handover.alarm_forgotten", "conversation", talk.ConversationId, new { handover = talk.Id });
        return true;
    }
}
