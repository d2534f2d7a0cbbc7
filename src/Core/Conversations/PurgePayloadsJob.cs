using SlrtBot.Core.Jobs;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Core.Conversations;

/// <summary>
/// Forgets raw payloads a week after they were handled: longer than Telegram keeps repeating one. The row stays with
/// its unique key and the words of the thread; parked messages are kept until a person has closed them.
/// </summary>
public sealed class PurgePayloadsJob(WriteGate gate, TimeProvider clock) : IScheduledJob
{
    public static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    public Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var before = clock.GetUtcNow().UtcDateTime - Kept;
        return gate.ExecuteAsync(
            commands => commands.ExecuteAsync(
                "update inbound_message set payload = null where state in ('done', 'set_aside') and payload is not null and handled_at < @p0", before),
            cancellationToken);
    }
}
