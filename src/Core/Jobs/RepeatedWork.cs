using Microsoft.Extensions.Hosting;

namespace SlrtBot.Core.Jobs;

/// <summary>
/// What a process does for itself, with what it holds in memory, from its start on and again after each pause. What is
/// done for all processes, by rows, is a job (<see cref="JobSchedule"/>).
/// </summary>
public abstract class RepeatedWork(TimeSpan pause, TimeProvider clock) : BackgroundService
{
    protected TimeProvider Clock { get; } = clock;

    /// <returns>False where there is nothing more to do.</returns>
    protected abstract Task<bool> WorkAsync(CancellationToken stoppingToken);

    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (!stoppingToken.IsCancellationRequested && await WorkAsync(stoppingToken))
            {
                await Task.Delay(pause, Clock, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Stopping: what was not done is found again at the next start.
        }
    }
}
