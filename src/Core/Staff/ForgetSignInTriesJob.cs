using SlrtBot.Core.Jobs;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Core.Staff;

/// <summary>Forgets wrong passwords that no wait depends on any more, so that made-up names do not fill the table.</summary>
public sealed class ForgetSignInTriesJob(WriteGate gate, TimeProvider clock) : IScheduledJob
{
    public async Task<JobCount> RunAsync(CancellationToken cancellationToken)
    {
        var before = clock.GetUtcNow().UtcDateTime - SignInPace.Remembered;
        return await gate.ExecuteAsync(commands => commands.ExecuteAsync("delete from sign_in_tries where last_at < @p0", before), cancellationToken);
    }
}
