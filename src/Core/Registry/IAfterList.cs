using SlrtBot.Core.Persistence;

namespace SlrtBot.Core.Registry;

/// <summary>What was made of a list after it was stored, and goes with it when it is taken back.</summary>
public interface IAfterList
{
    /// <summary>Whether people have been told of it, so that it cannot be taken back any more.</summary>
    Task<bool> IsBuiltOnAsync(SlrtDbContext db, Guid snapshotId, CancellationToken cancellationToken);

    /// <returns>How many rows went; 0 where none is left.</returns>
    Task<int> RemoveAsync(GateCommands gate, Guid snapshotId, int most);
}
