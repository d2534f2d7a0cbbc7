using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SlrtBot.Core.Diagnostics;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Core.Jobs;

/// <summary>Runs a job by name and keeps the row that the system page shows.</summary>
public sealed class JobRunner(IServiceProvider services, WriteGate gate, TimeProvider clock, ILogger<JobRunner> log)
{
    private const string Upsert =
        """
        insert into job_run (job, started_at, ended_at, handled, failed, error_code) values (@p0, @p1, @p2, @p3, @p4, @p5)
        on conflict (job) do update set started_at = excluded.started_at, ended_at = excluded.ended_at,
          handled = excluded.handled, failed = excluded.failed, error_code = excluded.error_code
        """;

    private readonly ConcurrentDictionary<string, DateTime> _written = new();

    /// <exception cref="InvalidOperationException">No job has that name.</exception>
    public async Task RunAsync(string name, CancellationToken cancellationToken)
    {
        var job = (IScheduledJob)services.GetRequiredService(JobSchedule.All.Single(j => j.Name == name).Type);
        var started = clock.GetUtcNow().UtcDateTime;
        var count = default(JobCount);
        string? error = null;
        try
        {
            count = await job.RunAsync(cancellationToken);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            error = failure.GetType().Name;
            log.JobFailed(name, error);
        }

        // A job that found nothing to do leaves the disk alone; its row is at most an hour old.
        var ended = clock.GetUtcNow().UtcDateTime;
        if (count != default || error is not null || IsStale(name, started))
        {
            await gate.ExecuteAsync(g => g.ExecuteAsync(Upsert, name, started, ended, count.Handled, count.Failed, error), cancellationToken);
            _written[name] = started;
        }
    }

    private bool IsStale(string name, DateTime now) =>
        !_written.TryGetValue(name, out var at) || now - at > TimeSpan.FromHours(1);
}
