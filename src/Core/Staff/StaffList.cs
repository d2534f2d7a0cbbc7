using CsvHelper;
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
/// <c>sensitive</c> (yes or no), in any order, separated by commas, semicolons or tabs. Several roles of a person are
/// separated by a plus sign.
/// </summary>
internal static class StaffList
{
    private static readonly string[] Needed = ["user", "name", "role", "area"];
    private static readonly char[] Separators = [',', ';', '\t'];

    public static Outcome<IReadOnlyList<StaffLine>> Read(string text)
    {
        var header = text.TrimStart('\uFEFF').Split('\n', 2)[0];
        var options = new CsvReaderOptions { Separator = Separators.MaxBy(c => header.Count(h => h == c)), TrimWhitespace = true };
        var lines = new List<StaffLine>();
        try
        {
            using var csv = CsvReader.FromText(text.TrimStart('\uFEFF'), options);
            csv.ReadHeader();
            var columns = csv.Headers.Select((name, at) => (Name: name.Trim().ToLowerInvariant(), at)).ToDictionary(c => c.Name, c => c.at);
            if (Needed.FirstOrDefault(n => !columns.ContainsKey(n)) is { } missing)
            {
                return new Refusal("list_column_missing") { Values = new Dictionary<string, string> { ["column"] = missing } };
            }

            while (csv.Read())
            {
                lines.Add(Line(lines.Count + 2, column => columns.TryGetValue(column, out var at) ? csv.GetString(at).Trim() : ""));
            }
        }
        catch (CsvFormatException)
        {
            return new Refusal("list_line_broken", $"line {lines.Count + 2}");
        }

        return lines.Count == 0 ? new Refusal("list_empty") : lines;
    }

    private static StaffLine Line(int number, Func<string, string> cell)
    {
        var roles = new List<Role>();
        var unknown = new List<string>();
        foreach (var name in cell("role").Split('+', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
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

        var area = cell("area");
        var sensitive = cell("sensitive").ToLowerInvariant() is "yes" or "ya" or "1";
        return new StaffLine(
            number, new NewStaffMember(cell("user"), cell("name"), roles, AreaCode.Normalise(area) ?? area, sensitive), unknown);
    }
}
