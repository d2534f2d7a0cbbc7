using System.Text.RegularExpressions;

namespace SlrtBot.Host.Tests.HouseRules;

/// <summary>How the code is written: names, sizes, what it never says.</summary>
internal static partial class Writing
{
    private const int Longest = 300;

    public static IEnumerable<string> BannedNames(SourceFile file) =>
        Declaration().Matches(file.Text).Select(m => m.Groups[1].Value)
            .Append(Path.GetFileNameWithoutExtension(file.Path))
            .Where(name => !name.EndsWith("TagHelper", StringComparison.Ordinal))
            .Where(name => BannedEnding().IsMatch(name))
            .Distinct()
            .Select(name => $"{file.Path}: {name}");

    public static IEnumerable<string> TooLong(SourceFile file) =>
        file.Lines.Length - 1 > Longest && !file.Path.Contains("/Migrations/", StringComparison.Ordinal)
            ? [$"{file.Path}: {file.Lines.Length - 1} lines"]
            : [];

    public static IEnumerable<string> TalksToTheTerminal(SourceFile file) =>
        file.Path != "src/Host/Program.cs" && file.Path.StartsWith("src/", StringComparison.Ordinal)
            && (Terminal().IsMatch(file.Text) || file.Text.Contains("disable RS0030", StringComparison.Ordinal))
            ? [file.Path]
            : [];

    public static IEnumerable<string> SavesOutsideTheBoundary(SourceFile file) =>
        !file.Path.StartsWith("src/Core/Persistence/", StringComparison.Ordinal) && Saving().IsMatch(file.Text) ? [file.Path] : [];

    /// <summary>Third-party files come with the build; a copy in the repository would age unseen.</summary>
    public static bool IsVendored(string path) =>
        path.Contains(".min.", StringComparison.Ordinal) || path.Contains("/lib/", StringComparison.Ordinal) || path.EndsWith(".dll", StringComparison.Ordinal);

    [GeneratedRegex(
        @"^\s*(?:(?:public|internal|private|protected|file|sealed|static|abstract|partial|readonly)\s+)*(?:record\s+)?(?:class|record|struct|interface|enum)\s+(\w+)",
        RegexOptions.Multiline)]
    private static partial Regex Declaration();

    [GeneratedRegex("(?:Helpers?|Manager|Utils?|Utilities|Common|Base|Extensions)$")]
    private static partial Regex BannedEnding();

    [GeneratedRegex(@"System\.Console\b(?!\.Security)")]
    private static partial Regex Terminal();

    [GeneratedRegex(@"\.SaveChanges(?:Async)?\(")]
    private static partial Regex Saving();
}
