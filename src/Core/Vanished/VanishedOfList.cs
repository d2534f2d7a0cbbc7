using SlrtBot.Core.Persistence;
using SlrtBot.Core.Registry;

namespace SlrtBot.Core.Vanished;

/// <summary>Who was missed by a list, or known only from it, goes with the list; whoever it had brought back is missed again. That somebody looked into it stays in the audit.</summary>
internal sealed class VanishedOfList : IAfterList
{
    private const string Missed = "delete from vanished_family where id in (select id from vanished_family where snapshot_id = @p0 limit @p1)";
    private const string Known = "delete from vanished_family where id in (select id from vanished_family where entry_id between @p0 and @p1 limit @p2)";
    private const string Back = "update vanished_family set ended_at = null, back_in = null, version = version + 1 where id in (select id from vanished_family where back_in = @p0 limit @p1)";

    public Task<bool> IsBuiltOnAsync(SlrtDbContext db, Guid snapshotId, CancellationToken cancellationToken) => Task.FromResult(false);

    public async Task<int> RemoveAsync(GateCommands gate, Guid snapshotId, int most) =>
        await gate.ExecuteAsync(Missed, snapshotId, most) is > 0 and var missed ? missed
        : await gate.ExecuteAsync(Known, RegistryEntry.IdOf(snapshotId, 0), RegistryEntry.IdOf(snapshotId, int.MaxValue), most) is > 0 and var known ? known
        : await gate.ExecuteAsync(Back, snapshotId, most);
}
