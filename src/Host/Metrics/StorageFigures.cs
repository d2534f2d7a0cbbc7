using SlrtBot.Core.Jobs;
using SlrtBot.Core.Operations;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Host.Metrics;

/// <summary>What the database knows of the machinery's state. Each count goes by an index and stops at a thousand.</summary>
internal sealed class StorageFigures(SystemState system)
{
    public async Task<IReadOnlyList<Metric>> ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            return Of(await system.ReadAsync(cancellationToken));
        }
        catch (Exception failure) when (Outage.IsBehind(failure))
        {
            // The figures of the process are wanted most just then.
            return [Gauge("slrt_storage_answers", "1 while the database answers.", 0)];
        }
    }

    private static Metric[] Of(SystemFigures now) =>
    [
        Gauge("slrt_storage_answers", "1 while the database answers.", 1),
        Gauge("slrt_outbox_waiting", "Messages of ours that wait to go out, the chat page's not counted; 1000 stands for more.", now.Due),
        Gauge("slrt_outbox_unknown", "Messages of which nobody knows whether they arrived.", now.Unknown),
        Gauge("slrt_outbox_failed", "Messages that could not be sent.", now.Failed),
        Gauge("slrt_inbox_waiting", "Residents' messages whose turn has not come; 1000 stands for more.", now.Waiting),
        Gauge("slrt_inbox_parked", "Residents' messages that a person has to look at.", now.Parked),
        Jobs("slrt_job_last_run_timestamp_seconds", "When each job last ran, as far as it was written down (hourly where it finds nothing).", now, Seconds),
        Jobs("slrt_job_last_run_failed", "1 where the last run of a job broke.", now, job => job.ErrorCode is null ? 0 : 1),
    ];

    private static Metric Gauge(string name, string help, double value) => new(name, MetricKind.Gauge, help, [Sample.Of(value)]);

    private static Metric Jobs(string name, string help, SystemFigures now, Func<JobRun, double> value) => new(
        name, MetricKind.Gauge, help, [.. now.Jobs.Select(job => Sample.Of(value(job), KeyValuePair.Create("job", job.Job)))]);

    private static double Seconds(JobRun job) => (job.StartedAt - DateTime.UnixEpoch).TotalSeconds;
}
