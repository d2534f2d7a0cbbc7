using SlrtBot.Console.Security;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Console;

/// <summary>Where a page's act is run and saved: by the signed-in person, now, through the console.</summary>
public sealed class Boundary(UnitOfWork units, Viewer viewer, TimeProvider clock)
{
    public Provenance By => Provenance.Staff(viewer.Id, clock.GetUtcNow().UtcDateTime);

    public Task<Outcome<T>> RunAsync<TAct, T>(
        Func<TAct, Provenance, CancellationToken, Task<Outcome<T>>> act, CancellationToken cancellationToken)
        where TAct : notnull
    {
        var by = By;
        return units.RunAsync<TAct, T>((found, cancel) => act(found, by, cancel), cancellationToken);
    }
}
