using SlrtBot.Core.Jobs;

namespace SlrtBot.Core.Notifications;

/// <summary>Finds messages whose dispatcher died while sending them.</summary>
public sealed class ExpireLeasesJob(OutboxClaims claims, TimeProvider clock) : IScheduledJob
{
    public async Task<JobCount> RunAsync(CancellationToken cancellationToken) =>
        await claims.ExpireLeasesAsync(clock.GetUtcNow().UtcDateTime, cancellationToken);
}
