using SlrtBot.Core.Jobs;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Core.Notifications;

/// <summary>
/// Looks at complaints that were begun and not sent: reminds of each once, and deletes it in the end. Each is taken by
/// itself: loaded again, checked again, so that a person who has just gone on is left in peace.
/// </summary>
public sealed class TendDraftsJob(DueRows rows) : IScheduledJob
{
    public Task<JobCount> RunAsync(CancellationToken cancellationToken) => rows.TakeAsync<TendDraft>(
        "drafts", Due, (act, id, by, cancel) => act.DoAsync(id, by, cancel), cancellationToken);

    internal static IQueryable<Guid> Due(SlrtDbContext db, DateTime now) =>
        db.Conversations.Where(c => c.DraftDueAt != null && c.DraftDueAt <= now).OrderBy(c => c.DraftDueAt).Select(c => c.Id);
}
