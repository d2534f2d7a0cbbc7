using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Core.Jobs;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Core.Areas;

/// <summary>What another process decided about areas holds here too, a minute later at the latest.</summary>
internal sealed class KeepAreas(PrepareAreas areas, AreaCatalogue catalogue, IServiceScopeFactory scopes, TimeProvider clock) : RepeatedWork(Pause, clock)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);
    private Guid? _last;

    protected override async Task<bool> WorkAsync(CancellationToken stoppingToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<SlrtDbContext>();
            var last = await db.AreaDecisions.OrderByDescending(d => d.Id).Select(d => d.Id).FirstOrDefaultAsync(stoppingToken);
            if (_last is { } seen && seen != last && !catalogue.IsEmpty)
            {
                await areas.LoadAsync(stoppingToken);
            }

            _last = last;
        }
        catch (StorageUnavailableException)
        {
            // What is in memory holds on; the next look finds the rest.
        }

        return true;
    }
}
