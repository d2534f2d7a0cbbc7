using SlrtBot.Core.Areas;
using SlrtBot.Core.Kernel;

namespace SlrtBot.Core.Staff;

/// <param name="Number">Line in the file, the header being 1.</param>
/// <param name="Row">As it stands in the file, by column.</param>
/// <param name="UnknownRoles">What stands in the role column and is no role's code.</param>
public sealed record StaffLine(int Number, IReadOnlyDictionary<string, string> Row, NewStaffMember Staff, IReadOnlyList<string> UnknownRoles)
{
    /// <summary>What is wrong with it by itself; each names its column.</summary>
    internal IEnumerable<Refusal> Problems() => Staff.Problems()
        .Where(p => p.Field != "role" || UnknownRoles.Count == 0)
        .Concat(UnknownRoles.Select(StaffRole.Unknown));

    internal bool HasCode => AreaCode.Normalise(Staff.AreaCode) == Staff.AreaCode;
}

/// <summary>
/// A list of staff as CSV with the columns <c>user</c>, <c>name</c>, <c>role</c>, <c>area</c> and, where wanted,
/// <c>sensitive</c> (yes or no); see <see cref="SheetList"/>. Several roles of a person are separated by a plus sign.
/// </summary>
public static class StaffList
{
    public static readonly IReadOnlyList<string> Columns = ["user", "name", "role", "area"];

    internal static Outcome<IReadOnlyList<StaffLine>> Read(byte[] list)
    {
        var rows = SheetList.Read(list, [.. Columns]);
        return rows.Succeeded ? rows.Value.Select(Line).ToList() : rows.Refusals.ToList();
    }

    private static StaffLine Line(SheetRow row)
    {
        var roles = new List<Role>();
        var unknown = new List<string>();
        foreach (var name in row["role"].Split('+', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (Codes.TryParse<Role>(name.ToLowerInvariant(), out var role))
            {
                roles.Add(role);
            }
            else
            {
                unknown.Add(name);
            }
        }

        var area = row["area"];
        var sensitive = row["sensitive"].ToLowerInvariant() is "yes" or "ya" or "1";
        return new StaffLine(
            row.Number, row.Cells, new NewStaffMember(row["user"], row["name"], roles, AreaCode.Normalise(area) ?? area, sensitive), unknown);
    }
}
