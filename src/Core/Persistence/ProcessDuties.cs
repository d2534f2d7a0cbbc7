namespace SlrtBot.Core.Persistence;

/// <summary>
/// What one process at a time does for all, although several are open for it: asking for a bot's updates, sending for
/// a channel, ticking. Whoever does not have a duty stands by and asks again.
/// </summary>
public abstract class ProcessDuties
{
    /// <param name="duty">A name such as <c>send:telegram</c>.</param>
    /// <returns>True when this process has it now; ask before each round, since a duty can be lost.</returns>
    public abstract ValueTask<bool> HasAsync(string duty, CancellationToken cancellationToken);
}

/// <summary>On SQLite there is one process (docs/adr/0002): it has all duties.</summary>
internal sealed class AllDuties : ProcessDuties
{
    public override ValueTask<bool> HasAsync(string duty, CancellationToken cancellationToken) => ValueTask.FromResult(true);
}
