using SlrtBot.Console.Security;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Console;

/// <summary>
/// Where a page's act is run and saved, and what residents said is shown: by and to the signed-in person, now, through the
/// console.
/// </summary>
public sealed class Boundary(UnitOfWork units, Views views, Viewer viewer, TimeProvider clock)
{
    public Provenance By => Provenance.Staff(viewer.Id, clock.GetUtcNow().UtcDateTime);

    public Task<Outcome<T>> RunAsync<TAct, T>(
        Func<TAct, Provenance, CancellationToken, Task<Outcome<T>>> act, CancellationToken cancellationToken)
        where TAct : notnull
    {
        var by = By;
        return units.RunAsync<TAct, T>((found, cancel) => act(found, by, cancel), cancellationToken);
    }

    /// <inheritdoc cref="Views.ShowAsync"/>
    public Task<T> ShowAsync<T>(Unseen<T> unseen, CancellationToken cancellationToken)
        where T : class =>
        views.ShowAsync(unseen, By, cancellationToken);
}
