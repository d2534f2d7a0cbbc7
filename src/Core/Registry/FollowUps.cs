using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Core.Registry;

/// <summary>Which lists a step has still to be done with, and how far it has come.</summary>
public sealed class FollowUps(ISlrtDatabase database, WriteGate gate, UnitOfWork units)
{
    private const string Begin = "insert into list_follow_up (snapshot_id, step, position) values (@p0, @p1, @p2) on conflict do nothing";
    private const string Forward = "update list_follow_up set position = @p0 where snapshot_id = @p1 and step = @p2 and position = @p3 and exists "
        + "(select 1 from registry_snapshot s where s.id = @p1 and s.withdrawn_at is null)";

    /// <summary>Lists that count and were not gone through to the end, oldest data first.</summary>
    public async Task<IReadOnlyList<RegistrySnapshot>> PendingAsync(FollowUpStep step, CancellationToken cancellationToken)
    {
        await using var context = database.NewContext();
        return await context.RegistrySnapshots.AsNoTracking()
            .Where(s => s.WithdrawnAt == null && !context.ListFollowUps.Any(f => f.SnapshotId == s.Id && f.Step == step && f.EndedAt != null))
            .OrderBy(s => s.AsOf).ThenBy(s => s.Id).ToListAsync(cancellationToken);
    }

    /// <summary>Whether no newer list of its source and regency counts.</summary>
    public async Task<bool> IsNewestAsync(RegistrySnapshot list, CancellationToken cancellationToken)
    {
        await using var context = database.NewContext();
        return !await SameKind(context, list).AnyAsync(s => s.AsOf > list.AsOf || (s.AsOf == list.AsOf && s.Id > list.Id), cancellationToken);
    }

    /// <returns>The newest list of the same source and regency that is older; null where there is none.</returns>
    public async Task<RegistrySnapshot?> BeforeAsync(RegistrySnapshot list, CancellationToken cancellationToken)
    {
        await using var context = database.NewContext();
        return await SameKind(context, list).Where(s => s.AsOf < list.AsOf || (s.AsOf == list.AsOf && s.Id < list.Id))
            .OrderByDescending(s => s.AsOf).ThenByDescending(s => s.Id).FirstOrDefaultAsync(cancellationToken);
    }

    /// <returns>Where the step goes on.</returns>
    public async Task<Guid> BeginAsync(Guid snapshotId, FollowUpStep step, CancellationToken cancellationToken)
    {
        await gate.ExecuteOneAsync(Begin, [snapshotId, Codes.Of(step), Guid.Empty], cancellationToken);
        await using var context = database.NewContext();
        return await context.ListFollowUps.Where(f => f.SnapshotId == snapshotId && f.Step == step).Select(f => f.Position).SingleAsync(cancellationToken);
    }

    /// <param name="store">What is stored with the place that it reaches, or not at all.</param>
    /// <returns>False where the list was taken back meanwhile, or somebody else is at it.</returns>
    public Task<bool> ForwardAsync(Guid snapshotId, FollowUpStep step, Guid from, Guid to, Func<GateCommands, Task>? store, CancellationToken cancellationToken) => gate.ExecuteAsync(
        async commands =>
        {
            if (await commands.ExecuteAsync(Forward, to, snapshotId, Codes.Of(step), from) == 0)
            {
                return false;
            }

            if (store is not null)
            {
                await store(commands);
            }

            return true;
        },
        cancellationToken);

    public Task EndAsync(FollowUpEnd end, Provenance by, CancellationToken cancellationToken) =>
        units.RunAsync<EndFollowUp, Done>((act, cancel) => act.DoAsync(end, by, cancel), cancellationToken);

    private static IQueryable<RegistrySnapshot> SameKind(SlrtDbContext context, RegistrySnapshot list) => context.RegistrySnapshots.AsNoTracking()
        .Where(s => s.RegencyCode == list.RegencyCode && s.Source == list.Source && s.WithdrawnAt == null && s.Id != list.Id);
}

/// <param name="Before">The list that it was laid beside; null where there was none, or none was needed.</param>
/// <param name="IsNewest">False where a newer list is asked, so that nothing was done.</param>
public sealed record FollowUpEnd(Guid SnapshotId, FollowUpStep Step, bool IsNewest, Guid? Before = null);

/// <summary>A step is done with a list, and is not begun again.</summary>
public sealed class EndFollowUp(SlrtDbContext db, AuditTrail audit)
{
    public async Task<Outcome<Done>> DoAsync(FollowUpEnd end, Provenance by, CancellationToken cancellationToken)
    {
        var row = await db.ListFollowUps.SingleOrDefaultAsync(f => f.SnapshotId == end.SnapshotId && f.Step == end.Step, cancellationToken);
        if (row is null)
        {
            db.Add(row = new ListFollowUp { SnapshotId = end.SnapshotId, Step = end.Step });
        }

        row.EndedAt = by.At;
        audit.Record(by, "registry.followed_up", "import", end.SnapshotId, new { step = Codes.Of(end.Step), newest = end.IsNewest, before = end.Before });
        return default(Done);
    }
}
