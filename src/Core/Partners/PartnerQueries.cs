using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Programmes;

namespace SlrtBot.Core.Partners;

public sealed class PartnerQueries(SlrtDbContext db)
{
    /// <summary>Active partners that serve the village, those that help with the category first, then by name.</summary>
    public async Task<IReadOnlyList<Partner>> ForAsync(string villageCode, string categoryCode, CancellationToken cancellationToken)
    {
        var around = AreaCode.Chain(villageCode);
        var partners = await db.Partners.Where(p => p.IsActive && around.Contains(p.AreaCode)).ToListAsync(cancellationToken);
        return [.. partners
            .OrderByDescending(p => p.Services.Split(' ').Contains(categoryCode))
            .ThenBy(p => p.Name, StringComparer.InvariantCultureIgnoreCase)];
    }

    public Task<List<Partner>> AllAsync(CancellationToken cancellationToken) =>
        db.Partners.OrderBy(p => p.Code).ToListAsync(cancellationToken);

    public Task<List<Programme>> ProgrammesAsync(CancellationToken cancellationToken) =>
        db.Programmes.Where(p => p.IsActive).OrderBy(p => p.Code).ToListAsync(cancellationToken);
}
