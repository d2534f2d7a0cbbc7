using SlrtBot.Core.Jobs;

namespace SlrtBot.Core.Persistence;

/// <summary>
/// Empties SQLite's write-ahead log: for its size, and because what was deleted stays readable in it until then. On
/// PostgreSQL there is nothing to do.
/// </summary>
public sealed class CheckpointJob(WriteGate gate) : IScheduledJob
{
    public async Task<JobCount> RunAsync(CancellationToken cancellationToken)
    {
        await gate.CheckpointAsync(cancellationToken);
        return 0;
    }
}
