using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Registry;

namespace SlrtBot.Core.Checks;

/// <summary>What the clock found in a list goes when the list is taken back; what it had overtaken is open again. What a resident was told stays.</summary>
internal sealed class RechecksOfList : IAfterList
{
    private const string Some = "from recheck where snapshot_id = @p0 order by complaint_id limit @p1";
    private const string Checks = $"delete from registry_check where id in (select check_id {Some})";
    private const string Changes = $"delete from recheck where id in (select id {Some})";

    private const string Reopen = "update recheck set state = 'open', ended_at = null, lapsed_by = null, version = version + 1 where lapsed_by = @p0 "
        + "and exists (select 1 from complaint c where c.id = recheck.complaint_id and c.status_type <> 'settled') "
        + "and not exists (select 1 from recheck o where o.complaint_id = recheck.complaint_id and o.ended_at is null)";

    public Task<bool> IsBuiltOnAsync(SlrtDbContext db, Guid snapshotId, CancellationToken cancellationToken) =>
        db.Rechecks.AnyAsync(r => r.SnapshotId == snapshotId && r.State == RecheckState.Told, cancellationToken);

    public async Task<int> RemoveAsync(GateCommands gate, Guid snapshotId, int most)
    {
        await gate.ExecuteAsync(Checks, snapshotId, most);
        var gone = await gate.ExecuteAsync(Changes, snapshotId, most);
        return gone > 0 ? gone : await gate.ExecuteAsync(Reopen, snapshotId);
    }
}
