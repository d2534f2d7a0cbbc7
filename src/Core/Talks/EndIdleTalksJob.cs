using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Jobs;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Core.Talks;

/// <summary>Gives chats back to the bot in which neither side has written for a while, and says so.</summary>
public sealed class EndIdleTalksJob(DueRows rows, TalkOptions options) : IScheduledJob
{
    public Task<JobCount> RunAsync(CancellationToken cancellationToken) => rows.TakeAsync<EndIdleTalk>(
        "end-idle-handovers", Due, (act, id, by, cancel) => act.DoAsync(id, by, cancel), cancellationToken);

    internal IQueryable<Guid> Due(SlrtDbContext db, DateTime now)
    {
        var before = now.AddMinutes(-options.IdleMinutes);
        // The first condition is the partial index's, word for word.
        return db.Talks.Where(t => t.State == TalkState.Active && t.LastActivityAt <= before).OrderBy(t => t.LastActivityAt).Select(t => t.Id);
    }
}

/// <summary>One of them, looked at again: somebody may have written meanwhile.</summary>
public sealed class EndIdleTalk(SlrtDbContext db, EndTalk end, TalkOptions options)
{
    /// <returns>False where it is not idle after all.</returns>
    public async Task<Outcome<bool>> DoAsync(Guid talkId, Provenance by, CancellationToken cancellationToken)
    {
        var talk = await db.Talks.SingleAsync(t => t.Id == talkId, cancellationToken);
        return talk.State == TalkState.Active && talk.LastActivityAt <= by.At.AddMinutes(-options.IdleMinutes)
            ? await end.DoAsync(talk.ConversationId, TalkEnd.Idle, null, by, cancellationToken)
            : false;
    }
}
