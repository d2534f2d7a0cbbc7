using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using SlrtBot.Core.Kernel;

namespace SlrtBot.Core.Persistence;

/// <summary>
/// The boundary that saves. Runs an act in a scope of its own; when it succeeds, lets the handlers of its events
/// add theirs, saves everything once, and only then tells the rest of the program. When somebody else was faster
/// (a version, a unique key, a serialisation failure) the whole act runs again on fresh rows, and decides anew. A key
/// that breaks on fresh rows too was nobody's speed but the act's own doing.
/// </summary>
public sealed class UnitOfWork(IServiceScopeFactory scopes, WriteGate gate, CommittedEvents committed)
{
    private const int Attempts = 5;

    /// <summary>The first may have been somebody else, who came between reading and saving; after two on fresh rows it was nobody.</summary>
    private const int BreaksOfOneKey = 3;

    /// <returns>What the act returned; refused means nothing was stored.</returns>
    /// <exception cref="StorageUnavailableException">Not stored; try later.</exception>
    /// <exception cref="BrokenKeyException">Not stored, and trying later will not help.</exception>
    public async Task<Outcome<T>> RunAsync<TAct, T>(
        Func<TAct, CancellationToken, Task<Outcome<T>>> act, CancellationToken cancellationToken)
        where TAct : notnull
    {
        var broken = new List<string>();
        for (var attempt = 1; ; attempt++)
        {
            await using var scope = scopes.CreateAsyncScope();
            try
            {
                await gate.BeginSnapshotAsync(scope.ServiceProvider.GetRequiredService<SlrtDbContext>(), cancellationToken);
                var outcome = await act(scope.ServiceProvider.GetRequiredService<TAct>(), cancellationToken);
                if (outcome.Succeeded)
                {
                    await SaveAsync(scope.ServiceProvider, cancellationToken);
                }

                return outcome;
            }
            catch (Exception failure) when (IsRace(failure))
            {
                if (BrokenKeyException.KeyOf(failure) is { } key)
                {
                    broken.Add(key);
                    if (broken.Count(k => k == key) == BreaksOfOneKey)
                    {
                        throw new BrokenKeyException(key);
                    }
                }

                // The next attempt reads what the other one wrote.
                if (attempt == Attempts)
                {
                    throw new StorageUnavailableException("Others kept changing the same rows.", failure) { Contended = true };
                }
            }
            catch (Exception failure) when (failure is not StorageUnavailableException && Outage.IsBehind(failure))
            {
                // While it was read: callers must not take that for a fault of what they asked.
                throw new StorageUnavailableException("The database does not answer.", failure);
            }
        }
    }

    private async Task SaveAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var context = services.GetRequiredService<SlrtDbContext>();
        var events = services.GetRequiredService<DomainEvents>();
        for (var i = 0; i < events.Raised.Count; i++)
        {
            await services.GetRequiredService<EventHandlers>().HandleAsync(events.Raised[i], services, cancellationToken);
        }

        // Looked for once: every later step would look again at every property of every row.
        context.ChangeTracker.DetectChanges();
        context.ChangeTracker.AutoDetectChangesEnabled = false;
        if (context.ChangeTracker.HasChanges())
        {
            await gate.SaveAsync(context, cancellationToken);
        }

        committed.Publish(events.Raised);
    }

    private static bool IsRace(Exception failure)
    {
        for (var cause = failure; cause is not null; cause = cause.InnerException)
        {
            if (cause is DbUpdateConcurrencyException or PostgresException { SqlState: "40001" or "40P01" } || BrokenKeyException.KeyOf(cause) is not null)
            {
                return true;
            }
        }

        return false;
    }
}
