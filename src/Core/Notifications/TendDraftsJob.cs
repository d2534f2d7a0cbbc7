using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Jobs;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Core.Notifications;

/// <summary>
/// Looks at complaints that were begun and not sent: reminds of each once, and deletes it in the end. Each is taken by
/// itself: loaded again, checked again, so that a person who has just gone on is left in peace.
/// </summary>
public sealed class TendDraftsJob(ISlrtDatabase database, UnitOfWork units, TimeProvider clock) : IScheduledJob
{
    private const int Most = 500;

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        List<Guid> due;
        await using (var context = database.NewContext())
        {
            due = await context.Conversations.Where(c => c.DraftDueAt != null && c.DraftDueAt <= now)
                .OrderBy(c => c.DraftDueAt).Take(Most).Select(c => c.Id).ToListAsync(cancellationToken);
        }

        var tended = 0;
        foreach (var id in due)
        {
            var outcome = await units.RunAsync<TendDraft, bool>((act, ct) => act.DoAsync(id, Provenance.Job("drafts", now), ct), cancellationToken);
            tended += outcome.Value ? 1 : 0;
        }

        return tended;
    }
}
