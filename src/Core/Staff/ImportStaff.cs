using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Core.Staff;

/// <summary>Makes many accounts at once, from a list: all of them, or none and every line's reason.</summary>
public sealed class ImportStaff(SlrtDbContext db, CheckStaffList check, DecisionLog log)
{
    /// <param name="list">The file, see <see cref="StaffList"/>.</param>
    public Task<Outcome<IReadOnlyList<StaffAdded>>> DoAsync(byte[] list, Provenance by, CancellationToken cancellationToken) =>
        AddAsync(list, null, null, by, cancellationToken);

    /// <summary>By an administrator, inside the own area, with one reason for all.</summary>
    public async Task<Outcome<IReadOnlyList<StaffAdded>>> DoAsync(
        byte[] list, string? reason, StaffScope actor, Provenance by, CancellationToken cancellationToken) =>
        DecisionLog.Problem(reason) is { } problem ? problem : await AddAsync(list, reason, actor, by, cancellationToken);

    private async Task<Outcome<IReadOnlyList<StaffAdded>>> AddAsync(
        byte[] list, string? reason, StaffScope? actor, Provenance by, CancellationToken cancellationToken)
    {
        var lines = await check.ReadAsync(list, actor, cancellationToken);
        if (!lines.Succeeded)
        {
            return lines.Refusals.ToList();
        }

        var problems = lines.Value.SelectMany(l => l.Problems.Select(p => p with { Field = $"line {l.Line.Number}, {p.Field}" })).ToList();
        if (problems.Count > 0)
        {
            return problems;
        }

        if (actor is not null && FreshPassword.Problem(lines.Value.Any(l => l.Line.Staff.IsGrave), actor, by) is { } unsaid)
        {
            return unsaid;
        }

        var added = new List<StaffAdded>(lines.Value.Count);
        foreach (var line in lines.Value)
        {
            var (staff, token) = line.Line.Staff.Make(by);
            db.Add(staff);
            AddStaffMember.Record(log, staff, reason, by);
            added.Add(new StaffAdded(staff.Id, staff.UserName, staff.Name, token));
        }

        return added;
    }
}
