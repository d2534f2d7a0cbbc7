using SlrtBot.Core.Jobs;

namespace SlrtBot.Core.Notifications;

/// <summary>Finds messages whose dispatcher died while sending them.</summary>
public sealed class ExpireLeasesJob(OutboxClaims claims, TimeProvider clock) : IScheduledJob
{
    public Task<int> RunAsync(CancellationToken cancellationToken) =>
        claims.ExpireLeasesAsync(clock.GetUtcNow().UtcDateTime, cancellationToken);
}
