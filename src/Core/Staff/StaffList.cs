using SlrtBot.Core.Areas;
using SlrtBot.Core.Kernel;

namespace SlrtBot.Core.Staff;

/// <param name="Number">Line in the file, the header being 1.</param>
/// <param name="UnknownRoles">What stands in the role column and is no role's code.</param>
internal sealed record StaffLine(int Number, NewStaffMember Staff, IReadOnlyList<string> UnknownRoles)
{
    public IEnumerable<Refusal> Problems() => Staff.Problems()
        .Where(p => p.Field != "role" || UnknownRoles.Count == 0)
        .Concat(UnknownRoles.Select(StaffRole.Unknown))
        .Select(At);

    public Refusal At(Refusal refusal) => refusal with { Field = $"line {Number}, {refusal.Field}" };
}

/// <summary>
/// A list of staff as CSV with the columns <c>user</c>, <c>name</c>, <c>role</c>, <c>area</c> and, where wanted,
/// <c>sensitive</c> (yes or no); see <see cref="SheetList"/>. Several roles of a person are separated by a plus sign.
/// </summary>
internal static class StaffList
{
    public static Outcome<IReadOnlyList<StaffLine>> Read(string text)
    {
        var rows = SheetList.Read(text, "user", "name", "role", "area");
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
            row.Number, new NewStaffMember(row["user"], row["name"], roles, AreaCode.Normalise(area) ?? area, sensitive), unknown);
    }
}
