using CsvHelper;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Kernel;

namespace SlrtBot.Core.Staff;

/// <param name="Number">Line in the file, the header being 1.</param>
internal sealed record StaffLine(int Number, NewStaffMember Staff)
{
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
        var problems = new List<Refusal>();
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
                Add(lines, problems, column => columns.TryGetValue(column, out var at) ? csv.GetString(at).Trim() : "");
            }
        }
        catch (CsvFormatException)
        {
            return new Refusal("list_line_broken", $"line {lines.Count + 2}");
        }

        return problems.Count > 0 ? problems : lines.Count == 0 ? new Refusal("list_empty") : lines;
    }

    private static void Add(List<StaffLine> lines, List<Refusal> problems, Func<string, string> cell)
    {
        var roles = new List<Role>();
        var area = cell("area");
        var line = new StaffLine(
            lines.Count + 2,
            new NewStaffMember(cell("user"), cell("name"), roles, AreaCode.Normalise(area) ?? area, cell("sensitive").ToLowerInvariant() is "yes" or "ya" or "1"));
        lines.Add(line);
        foreach (var name in cell("role").Split('+', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (Codes.TryParse<Role>(name.ToLowerInvariant(), out var role))
            {
                roles.Add(role);
            }
            else
            {
                problems.Add(line.At(StaffRole.Unknown(name)));
            }
        }
    }
}
