using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Complaints.Queue;

/// <param name="Count">All of that regency and status.</param>
public sealed record StatusFigure(string RegencyCode, ComplaintStatus Status, int Count);

/// <param name="Open">Of these, those on which somebody of ours has to act.</param>
public sealed record CategoryFigure(string RegencyCode, string CategoryCode, int Count, int Open);

public sealed record Figures(IReadOnlyList<string> Regencies, IReadOnlyList<StatusFigure> Statuses, IReadOnlyList<CategoryFigure> Categories)
{
    public int Of(string regency, StatusType type) => Statuses.Where(f => f.RegencyCode == regency && f.Status.Type() == type).Sum(f => f.Count);
}

/// <summary>
/// How many complaints there are and how they stand, for those who read no single one. Sensitive classes and complaints about
/// officials count like all others: a number names nobody, and leaving them out would hide what an overseer is there to see.
/// Counted inside indexes, so that no complaint's row is read.
/// </summary>
public sealed class FigureQueries(SlrtDbContext db, AreaCatalogue areas)
{
    public async Task<Figures> OfAsync(StaffScope scope, CancellationToken cancellationToken)
    {
        var within = scope.AreasFor(Permission.ReadFigures);
        var regencies = areas.Regencies.Where(regency => within.Any(area => AreaCode.Contains(area, regency))).ToList();
        var (statuses, categories) = (new List<StatusFigure>(), new List<CategoryFigure>());
        foreach (var regency in regencies)
        {
            statuses.AddRange(await Statuses(regency).ToListAsync(cancellationToken));
            categories.AddRange(await Categories(regency).ToListAsync(cancellationToken));
        }

        return new Figures(regencies, statuses, categories);
    }

    internal IQueryable<StatusFigure> Statuses(string regency) => db.Complaints.InAreas([regency])
        .GroupBy(c => c.Status).Select(g => new StatusFigure(regency, g.Key, g.Count()));

    internal IQueryable<CategoryFigure> Categories(string regency) => db.Complaints.InAreas([regency])
        .GroupBy(c => c.CategoryCode)
        .Select(g => new CategoryFigure(regency, g.Key, g.Count(), g.Count(c => c.StatusType == StatusType.Open)));
}
