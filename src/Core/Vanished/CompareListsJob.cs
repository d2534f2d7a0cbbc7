using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Jobs;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Registry;

namespace SlrtBot.Core.Vanished;

/// <summary>
/// After a new list came: lists the families that the one before it had and it has not, piece by piece, each piece together with the
/// place that it reaches. What an earlier comparison missed and this list has again is no longer missed.
/// </summary>
public sealed class CompareListsJob(ISlrtDatabase database, FollowUps followUps, WriteGate gate, TimeProvider clock) : IScheduledJob
{
    public const string Name = "compare-lists";

    /// <summary>Read outside the gate; stored are the few that are missing.</summary>
    internal const int PieceRows = 2000;

    private const string Return = "update vanished_family set ended_at = @p0, back_in = @p1, version = version + 1 where id = @p2 and ended_at is null and exists "
        + "(select 1 from registry_snapshot s where s.id = @p1 and s.withdrawn_at is null)";

    private readonly Lazy<EntityRows> _rows = new(() =>
    {
        using var context = database.NewContext();
        return EntityRows.Of<VanishedFamily>(context);
    });

    public async Task<JobCount> RunAsync(CancellationToken cancellationToken)
    {
        var count = 0;
        foreach (var list in await followUps.PendingAsync(FollowUpStep.Compare, cancellationToken))
        {
            var isNewest = await followUps.IsNewestAsync(list, cancellationToken);
            var before = isNewest ? await followUps.BeforeAsync(list, cancellationToken) : null;
            if (before is not null)
            {
                if (await CompareAsync(before, list, cancellationToken) is not { } found)
                {
                    continue;
                }

                count += found + await ReturnAsync(list, cancellationToken);
            }

            await followUps.EndAsync(new(list.Id, FollowUpStep.Compare, isNewest, before?.Id), Provenance.Job(Name, Now), cancellationToken);
        }

        return count;
    }

    /// <returns>How many are missing; null where the list was taken back meanwhile.</returns>
    private async Task<int?> CompareAsync(RegistrySnapshot before, RegistrySnapshot list, CancellationToken cancellationToken)
    {
        var (comparison, found, position) = (new ListComparison(before, list), 0, await followUps.BeginAsync(list.Id, FollowUpStep.Compare, cancellationToken));
        await using (var context = database.NewContext())
        {
            await comparison.CoverAsync(context, cancellationToken);
        }

        while (true)
        {
            var at = position == Guid.Empty ? comparison.Start : position;
            await using var context = database.NewContext();
            if (await comparison.NextAsync(context, at, PieceRows, cancellationToken) is not { } to)
            {
                return found;
            }

            var gone = (await comparison.GoneAsync(context, at, to, cancellationToken)).Select(g => Missing(list, g)).ToList();
            Func<GateCommands, Task>? store = gone.Count == 0 ? null : commands => commands.InsertAsync(_rows.Value.Table, _rows.Value.Columns, _rows.Value.Read(gone));
            if (!await followUps.ForwardAsync(list.Id, FollowUpStep.Compare, position, to, store, cancellationToken))
            {
                return null;
            }

            (position, found) = (to, found + gone.Count);
        }
    }

    private VanishedFamily Missing(RegistrySnapshot list, Gone gone) => new()
    {
        Id = SequentialId.Next(Now),
        SnapshotId = list.Id,
        EntryId = gone.EntryId,
        RegencyCode = list.RegencyCode,
        DistrictCode = AreaCode.DistrictOf(gone.AreaCode) ?? gone.AreaCode,
        VillageCode = gone.AreaCode,
        FoundAt = Now,
    };

    private async Task<int> ReturnAsync(RegistrySnapshot list, CancellationToken cancellationToken)
    {
        var count = 0;
        while (true)
        {
            await using var context = database.NewContext();
            var back = await Back(context, list).Take(PieceRows).ToListAsync(cancellationToken);
            var ended = await gate.ExecuteAsync(
                async commands =>
                {
                    var sum = 0;
                    foreach (var id in back)
                    {
                        sum += await commands.ExecuteAsync(Return, Now, list.Id, id);
                    }

                    return sum;
                },
                cancellationToken);
            count += ended;
            if (ended == 0 || back.Count < PieceRows)
            {
                return count;
            }
        }
    }

    /// <summary>Missed by an earlier list of the same source, and in this one again.</summary>
    private static IQueryable<Guid> Back(SlrtDbContext db, RegistrySnapshot list)
    {
        var (regency, now, source) = (list.RegencyCode, list.Id, list.Source);
        return db.VanishedFamilies.Where(v => v.RegencyCode == regency && v.EndedAt == null && v.SnapshotId != now
            && db.RegistrySnapshots.Any(s => s.Id == v.SnapshotId && s.Source == source)
            && db.RegistryEntries.Any(o => o.Id == v.EntryId
                && ((o.FamilyCardIndex != null && db.RegistryEntries.Any(n => n.FamilyCardIndex != null && n.FamilyCardIndex == o.FamilyCardIndex && n.SnapshotId == now))
                    || (o.FamilyCardIndex == null && o.NationalIdIndex != null && db.RegistryEntries.Any(n => n.NationalIdIndex != null && n.NationalIdIndex == o.NationalIdIndex && n.SnapshotId == now)))))
            .Select(v => v.Id);
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;
}
