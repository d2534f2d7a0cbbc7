using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Core.Staff;

/// <summary>Makes many accounts at once, from a list: all of them, or none and every line's reason.</summary>
public sealed class ImportStaff(SlrtDbContext db, AuditTrail audit)
{
    /// <param name="list">The file, see <see cref="StaffList"/>.</param>
    public async Task<Outcome<IReadOnlyList<StaffAdded>>> DoAsync(byte[] list, Provenance by, CancellationToken cancellationToken)
    {
        var read = StaffList.Read(SheetList.Decode(list));
        if (!read.Succeeded)
        {
            return read.Refusals.ToList();
        }

        var lines = read.Value;
        var problems = lines.SelectMany(l => l.Problems()).ToList();
        problems.AddRange(Repeated(lines));
        problems.AddRange(await AgainstDatabaseAsync(lines, cancellationToken));
        if (problems.Count > 0)
        {
            return problems;
        }

        var added = new List<StaffAdded>(lines.Count);
        foreach (var line in lines)
        {
            var (staff, token) = line.Staff.Make(by);
            db.Add(staff);
            AddStaffMember.Record(audit, staff, by);
            added.Add(new StaffAdded(staff.Id, staff.UserName, staff.Name, token));
        }

        return added;
    }

    private static IEnumerable<Refusal> Repeated(IReadOnlyList<StaffLine> lines) => lines
        .GroupBy(l => l.Staff.NormalizedUserName)
        .SelectMany(group => group.Skip(1))
        .Select(line => line.At(NewStaffMember.Taken(line.Staff.UserName)));

    private async Task<IEnumerable<Refusal>> AgainstDatabaseAsync(IReadOnlyList<StaffLine> lines, CancellationToken cancellationToken)
    {
        var names = lines.Select(l => l.Staff.NormalizedUserName).Distinct().ToList();
        var codes = lines.Select(l => l.Staff.AreaCode).Distinct().ToList();
        var taken = await db.StaffMembers.Where(s => names.Contains(s.NormalizedUserName))
            .Select(s => s.NormalizedUserName).ToHashSetAsync(cancellationToken);
        var known = await db.Areas.Where(a => codes.Contains(a.Code) && a.ValidTo == null)
            .Select(a => a.Code).ToHashSetAsync(cancellationToken);
        return lines.Where(l => taken.Contains(l.Staff.NormalizedUserName)).Select(l => l.At(NewStaffMember.Taken(l.Staff.UserName)))
            .Concat(lines.Where(l => IsCode(l) && !known.Contains(l.Staff.AreaCode)).Select(l => l.At(NewStaffMember.UnknownArea(l.Staff.AreaCode))));
    }

    private static bool IsCode(StaffLine line) => Areas.AreaCode.Normalise(line.Staff.AreaCode) == line.Staff.AreaCode;
}
