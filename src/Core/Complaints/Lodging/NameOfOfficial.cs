using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Language;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Core.Complaints.Lodging;

/// <summary>
/// Finds the colleague whom a resident has named, so that the complaint is kept from that person whatever roles they
/// hold. Only one who is the only match is taken: a wrong guess would keep work from somebody innocent.
/// </summary>
public sealed class NameOfOfficial(SlrtDbContext db)
{
    private const int ShortestName = 3;

    /// <summary>How people are addressed, which is no part of the name.</summary>
    private static readonly HashSet<string> Titles =
        ["pak", "bapak", "bu", "ibu", "mas", "mbak", "kang", "teh", "haji", "hajah", "h", "hj", "bp", "sdr", "sdri"];

    /// <returns>Null where nobody, or more than one, may be meant.</returns>
    public async Task<Guid?> FindAsync(string name, string villageCode, CancellationToken cancellationToken)
    {
        var meant = Words(name);
        if (meant.Count == 0)
        {
            return null;
        }

        var staff = await db.StaffMembers.AsNoTracking().Include(s => s.Roles).Where(s => s.IsActive).ToListAsync(cancellationToken);
        var regency = AreaCode.RegencyOf(villageCode)!;
        var found = staff.Where(s => meant.IsSubsetOf(Words(s.Name)) && s.Roles.Any(r =>
            AreaCode.Contains(regency, r.AreaCode) || AreaCode.Contains(r.AreaCode, regency))).Take(2).ToList();
        return found is [var one] ? one.Id : null;
    }

    private static HashSet<string> Words(string name) =>
        [.. TextFolding.Fold(name).Split(' ').Where(w => w.Length >= ShortestName && !Titles.Contains(w))];
}
