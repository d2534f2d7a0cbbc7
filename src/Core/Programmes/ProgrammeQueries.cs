using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Language;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Core.Programmes;

/// <summary>The catalogue as residents and staff read it: a few dozen rows.</summary>
public sealed class ProgrammeQueries(SlrtDbContext db)
{
    public Task<List<Programme>> AllAsync(CancellationToken cancellationToken) =>
        db.Programmes.OrderBy(p => p.Topic).ThenBy(p => p.Code).ToListAsync(cancellationToken);

    /// <summary>Those that there is something to tell about.</summary>
    public Task<List<Programme>> ToldAsync(CancellationToken cancellationToken) =>
        db.Programmes.Where(p => p.IsActive && p.What != null && p.Topic != null && p.ShortName != null)
            .OrderBy(p => p.Code).ToListAsync(cancellationToken);

    /// <summary>The one that residents call so: by code, or by the longest of its names in the text.</summary>
    public static Programme? Named(IEnumerable<Programme> programmes, string text)
    {
        var folded = $" {TextFolding.Fold(text)} ";
        return programmes
            .Select(p => (Programme: p, Length: Names(p).Where(name => folded.Contains($" {name} ", StringComparison.Ordinal)).Select(n => n.Length).DefaultIfEmpty().Max()))
            .Where(p => p.Length > 0).OrderByDescending(p => p.Length).ThenBy(p => p.Programme.Code, StringComparer.Ordinal)
            .Select(p => p.Programme).FirstOrDefault();
    }

    private static IEnumerable<string> Names(Programme programme) =>
        (programme.Also ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Append(programme.Code).Append(programme.ShortName ?? "").Append(programme.Name)
            .Select(TextFolding.Fold).Where(name => name.Length > 1);
}
