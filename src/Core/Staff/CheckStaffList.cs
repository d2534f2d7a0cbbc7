using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Core.Staff;

/// <param name="Problems">Each with the column it concerns; none where an account can be made of the line.</param>
public sealed record CheckedLine(StaffLine Line, IReadOnlyList<Refusal> Problems);

/// <summary>Reads a list of staff and says of each line what is wrong with it. Nothing is written.</summary>
public sealed class CheckStaffList(SlrtDbContext db)
{
    /// <summary>In bytes: some ten thousand lines.</summary>
    public const int Largest = 1024 * 1024;

    /// <param name="list">The file, see <see cref="StaffList"/>.</param>
    /// <param name="actor">Inside whose area all roles must lie; null for a verb at the machine.</param>
    /// <returns>All lines; refused where the file as a whole cannot be read.</returns>
    public async Task<Outcome<IReadOnlyList<CheckedLine>>> ReadAsync(byte[] list, StaffScope? actor, CancellationToken cancellationToken)
    {
        if (list.Length > Largest)
        {
            return new Refusal("list_too_large");
        }

        var read = StaffList.Read(list);
        if (!read.Succeeded)
        {
            return read.Refusals.ToList();
        }

        var lines = read.Value;
        var names = lines.Select(l => l.Staff.NormalizedUserName).Distinct().ToList();
        var codes = lines.Select(l => l.Staff.AreaCode).Distinct().ToList();
        var taken = await db.StaffMembers.Where(s => names.Contains(s.NormalizedUserName)).Select(s => s.NormalizedUserName)
            .ToHashSetAsync(cancellationToken);
        var known = await db.Areas.Where(a => codes.Contains(a.Code) && a.ValidTo == null).Select(a => a.Code).ToHashSetAsync(cancellationToken);
        var seen = new HashSet<string>();
        return lines.Select(line => new CheckedLine(line, [.. Problems(line, taken, known, seen, actor)])).ToList();
    }

    private static IEnumerable<Refusal> Problems(
        StaffLine line, HashSet<string> taken, HashSet<string> known, HashSet<string> seen, StaffScope? actor)
    {
        foreach (var problem in line.Problems())
        {
            yield return problem;
        }

        if (!seen.Add(line.Staff.NormalizedUserName) || taken.Contains(line.Staff.NormalizedUserName))
        {
            yield return NewStaffMember.Taken(line.Staff.UserName);
        }

        if (line.HasCode && !known.Contains(line.Staff.AreaCode))
        {
            yield return NewStaffMember.UnknownArea(line.Staff.AreaCode);
        }
        else if (line.HasCode && actor?.MayIn(Permission.ManageStaff, line.Staff.AreaCode) == false)
        {
            yield return AccountReach.Outside();
        }
    }
}
