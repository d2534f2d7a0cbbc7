namespace SlrtBot.Core.Jobs;

/// <summary>
/// Something the clock starts: takes due rows, loads them again, checks, acts; harmless when it runs twice. Being a
/// plain class, it is tested without the scheduler.
/// </summary>
public interface IScheduledJob
{
    /// <returns>Rows that it changed.</returns>
    Task<int> RunAsync(CancellationToken cancellationToken);
}
