using System.Text.RegularExpressions;
using SlrtBot.Host.Tests.HouseRules;

namespace SlrtBot.Host.Tests.Docs;

/// <summary>What docs/checks.md claims, to be compared with the numbers that there are and with the tests.</summary>
internal static partial class Checks
{
    /// <summary>What stands where no test answers for a number.</summary>
    public const string Nobody = "nobody yet";

    private const string Section = "## By number";

    /// <summary>Sixty checks, and the faults: no fault bears the numbers 37 to 39.</summary>
    public static IReadOnlyList<string> Numbers { get; } =
    [
        .. Enumerable.Range(1, 60).Select(n => $"A-{n:00}"), .. Enumerable.Range(1, 53).Where(n => n is < 37 or > 39).Select(n => $"T-{n:00}"),
    ];

    /// <returns>Which numbers stand in the table not once, and which rows are about no number.</returns>
    public static IEnumerable<string> Miscounted(string page)
    {
        var rows = Rows(page).ToLookup(r => r.Number);
        return Numbers.Where(n => rows[n].Count() != 1).Select(n => $"{n} stands there {rows[n].Count()} times")
            .Concat(rows.Where(r => !Numbers.Contains(r.Key)).Select(r => $"{r.Key} is no number"));
    }

    /// <returns>Rows that name no test and do not say that there is none, or do both.</returns>
    public static IEnumerable<string> Undecided(string page) => Rows(page)
        .Where(r => r.Answer.StartsWith(Nobody, StringComparison.Ordinal) == TestsIn(r.Answer).Any())
        .Select(r => r.Number);

    /// <returns>Classes that the page names as those that assert something, and that are nowhere in the code.</returns>
    public static IEnumerable<string> Unknown(string page, IEnumerable<SourceFile> code)
    {
        var known = code.SelectMany(f => Declared().Matches(f.Text)).Select(m => m.Groups[1].Value).ToHashSet(StringComparer.Ordinal);
        return LastCell().Matches(page).SelectMany(cell => Named().Matches(cell.Groups[1].Value)).Select(m => m.Groups[1].Value)
            .Distinct().Where(name => !known.Contains(name));
    }

    /// <returns>Numbers that a test's source bears and that the page does not say this class answers for.</returns>
    public static IEnumerable<string> Unsaid(string page, IEnumerable<SourceFile> tests)
    {
        var answers = Rows(page).ToLookup(r => r.Number, r => r.Answer);
        foreach (var test in tests)
        {
            var name = Path.GetFileNameWithoutExtension(test.Path);
            foreach (var number in Number().Matches(test.Text).Select(m => m.Value).Distinct())
            {
                if (!answers[number].Any(answer => TestsIn(answer).Contains(name)))
                {
                    yield return $"{number} in {name}";
                }
            }
        }
    }

    private static IEnumerable<(string Number, string Answer)> Rows(string page)
    {
        var from = page.IndexOf(Section, StringComparison.Ordinal);
        var to = from < 0 ? -1 : page.IndexOf("\n## ", from, StringComparison.Ordinal);
        var section = from < 0 ? string.Empty : to < 0 ? page[from..] : page[from..to];
        return NumberRow().Matches(section).Select(m => (m.Groups[1].Value, m.Groups[2].Value));
    }

    private static IEnumerable<string> TestsIn(string answer) =>
        Named().Matches(answer).Select(m => m.Groups[1].Value).Where(name => name.EndsWith("Tests", StringComparison.Ordinal));

    [GeneratedRegex(@"^\| ([A-Z]-\d+) \| [^|]+ \| ([^|]+) \|\r?$", RegexOptions.Multiline)]
    private static partial Regex NumberRow();

    [GeneratedRegex(@"^\|.*\| ([^|]+) \|\r?$", RegexOptions.Multiline)]
    private static partial Regex LastCell();

    [GeneratedRegex(@"`([A-Z][A-Za-z]+)(?:\.\w+)?`")]
    private static partial Regex Named();

    [GeneratedRegex(@"\b(?:class|struct|record|interface|enum) ([A-Z]\w+)")]
    private static partial Regex Declared();

    [GeneratedRegex(@"\b[AT]-\d\d\b")]
    private static partial Regex Number();
}
