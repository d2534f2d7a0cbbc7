using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Core.Areas;

/// <summary>Keeps the catalogue in memory and the table in step: at start, and whenever areas are imported.</summary>
public sealed class PrepareAreas(UnitOfWork units, IServiceScopeFactory scopes, AreaCatalogue catalogue, TimeProvider clock)
{
    /// <summary>At start, after the migrations: loads the catalogue, and imports first where a regency served has no
    /// sub-districts yet.</summary>
    /// <returns>What was imported; null when nothing had to be.</returns>
    public async Task<Outcome<AreasImported>?> AtStartAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (catalogue.Regencies.All(r => catalogue.Districts(r).Count > 0))
        {
            return null;
        }

        var by = Provenance.Job("areas.first_start", clock.GetUtcNow().UtcDateTime);
        return await ImportAsync(null, by, cancellationToken);
    }

    /// <param name="regencies">Dotted codes; those of the settings when null.</param>
    public async Task<Outcome<AreasImported>> ImportAsync(IReadOnlyList<string>? regencies, Provenance by, CancellationToken cancellationToken)
    {
        var outcome = await units.RunAsync<ImportAreas, AreasImported>((act, stop) => act.DoAsync(regencies, by, stop), cancellationToken);
        await LoadAsync(cancellationToken);
        return outcome;
    }

    /// <summary>Points of villages on the map, from a list.</summary>
    public async Task<Outcome<int>> ImportPointsAsync(byte[] list, Provenance by, CancellationToken cancellationToken)
    {
        var outcome = await units.RunAsync<ImportPoints, int>((act, stop) => act.DoAsync(list, by, stop), cancellationToken);
        await LoadAsync(cancellationToken);
        return outcome;
    }

    /// <summary>Needed after whatever changed areas: the catalogue is in memory.</summary>
    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SlrtDbContext>();
        catalogue.Load(await db.Areas.AsNoTracking().ToListAsync(cancellationToken), await db.FormerNames.AsNoTracking().ToListAsync(cancellationToken));
    }
}
