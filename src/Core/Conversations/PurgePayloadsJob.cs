using SlrtBot.Core.Jobs;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Core.Conversations;

/// <summary>
/// Forgets raw payloads a week after they were handled: longer than Telegram keeps repeating one. The row stays with
/// its unique key and the words of the thread; parked messages are kept until a person has closed them. A few at a time,
/// each time a transaction of its own, so that nobody who wants to write waits for the whole of it.
/// </summary>
public sealed class PurgePayloadsJob(WriteGate gate, TimeProvider clock) : IScheduledJob
{
    public static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    private const int Together = 500;

    /// <summary>The conditions are those of the partial index, word for word.</summary>
    internal const string Purge =
        """
        update inbound_message set payload = null
        where id in (
          select id from inbound_message
          where state in ('done', 'set_aside') and payload is not null and handled_at < @p0
          order by handled_at limit @p1)
        """;

    public async Task<JobCount> RunAsync(CancellationToken cancellationToken)
    {
        var before = clock.GetUtcNow().UtcDateTime - Kept;
        var (purged, found) = (0, Together);
        while (found == Together && !cancellationToken.IsCancellationRequested)
        {
            found = await gate.ExecuteAsync(commands => commands.ExecuteAsync(Purge, before, Together), cancellationToken);
            purged += found;
        }

        return purged;
    }
}
