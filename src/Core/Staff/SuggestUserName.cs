using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Core.Staff;

/// <summary>A free user name made of a name: <c>siti.aminah</c> of "Hj. Siti Aminah, S.Sos."; the next one has a number.</summary>
public sealed class SuggestUserName(SlrtDbContext db)
{
    private const int Words = 2;
    private const int Longest = 40;

    public async Task<string> OfAsync(string name, CancellationToken cancellationToken)
    {
        var stem = Stem(name);
        var start = stem.ToUpperInvariant();
        var taken = await db.StaffMembers.Where(s => s.NormalizedUserName.StartsWith(start)).Select(s => s.NormalizedUserName).ToHashSetAsync(cancellationToken);
        return Enumerable.Range(1, taken.Count + 1).Select(n => n == 1 ? stem : $"{stem}{n}").First(s => !taken.Contains(s.ToUpperInvariant()));
    }

    // Titles stand behind a comma, or end with a dot.
    private static string Stem(string name)
    {
        var words = name.Split(',')[0].Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(w => !w.EndsWith('.'))
            .Select(w => AreaName.Fold(w).Replace(" ", "", StringComparison.Ordinal)).Where(w => w.Length > 0).Take(Words);
        var stem = string.Join('.', words);
        return stem.Length >= 3 ? stem[..Math.Min(stem.Length, Longest)].TrimEnd('.') : $"petugas{stem}";
    }
}
