using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Jobs;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Registry;

namespace SlrtBot.Core.Checks;

/// <summary>
/// After a new list came: checks open complaints of its regency again that somebody has checked before, some at a time, each by itself.
/// Cut off, it goes on behind the last piece. A complaint that fails is logged, and looked at again with the next list.
/// </summary>
public sealed class RecheckJob(ISlrtDatabase database, FollowUps followUps, UnitOfWork units, DueRows rows, TimeProvider clock) : IScheduledJob
{
    public const string Name = "recheck";
    private const int Together = 200;

    public async Task<JobCount> RunAsync(CancellationToken cancellationToken)
    {
        var count = default(JobCount);
        foreach (var list in await followUps.PendingAsync(FollowUpStep.Recheck, cancellationToken))
        {
            var isNewest = await followUps.IsNewestAsync(list, cancellationToken);
            var (counted, isWhole) = isNewest ? await CheckAsync(list, cancellationToken) : (default, true);
            count += counted;
            if (isWhole)
            {
                await followUps.EndAsync(new(list.Id, FollowUpStep.Recheck, isNewest), Provenance.Job(Name, clock.GetUtcNow().UtcDateTime), cancellationToken);
            }
        }

        return count;
    }

    private async Task<(JobCount Count, bool IsWhole)> CheckAsync(RegistrySnapshot list, CancellationToken cancellationToken)
    {
        var (count, at) = (default(JobCount), await followUps.BeginAsync(list.Id, FollowUpStep.Recheck, cancellationToken));
        while (true)
        {
            var (open, reached) = await NextAsync(list, at, cancellationToken);
            count += await rows.TakeAsync(
                Name, open, async (id, by, stop) => (await units.RunAsync<RecheckComplaint, bool>((act, cancel) => act.DoAsync(id, list.Id, by, cancel), stop)).Value, cancellationToken);
            if (reached is not { } to)
            {
                return (count, true);
            }

            if (!await followUps.ForwardAsync(list.Id, FollowUpStep.Recheck, at, to, null, cancellationToken))
            {
                return (count, false);
            }

            at = to;
        }
    }

    /// <returns>Those to check of the next that were ever checked, and where these end; null behind the last.</returns>
    private async Task<(List<Guid> Open, Guid? Reached)> NextAsync(RegistrySnapshot list, Guid at, CancellationToken cancellationToken)
    {
        await using var context = database.NewContext();
        var ids = await Checked(context, at).Take(Together).ToListAsync(cancellationToken);
        var open = await context.Complaints.Where(c => ids.Contains(c.Id) && c.RegencyCode == list.RegencyCode && c.StatusType != StatusType.Settled)
            .Select(c => c.Id).ToListAsync(cancellationToken);
        return ([.. open.Order()], ids.Count == 0 ? null : ids[^1]);
    }

    /// <summary>Complaints that were ever checked, each once, behind one of them: along an index.</summary>
    internal static IQueryable<Guid> Checked(SlrtDbContext context, Guid after) =>
        context.RegistryChecks.Where(c => c.ComplaintId > after).GroupBy(c => c.ComplaintId).OrderBy(g => g.Key).Select(g => g.Key);
}
