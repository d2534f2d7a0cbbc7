using System.Text.RegularExpressions;
using SlrtBot.Core.Kernel;
using SlrtBot.Host.Tests.HouseRules;

namespace SlrtBot.Host.Tests.Docs;

/// <summary>What the documents say, to be compared with what is.</summary>
internal static partial class Documents
{
    /// <summary>Links inside the repository that lead nowhere.</summary>
    public static IEnumerable<string> DeadLinks(SourceFile document) => Link().Matches(document.Text)
        .Select(m => m.Groups[1].Value)
        .Where(target => !target.Contains("://", StringComparison.Ordinal) && !target.StartsWith("mailto:", StringComparison.Ordinal))
        .Where(target => !Exists(Path.Combine(Repository.Root, Path.GetDirectoryName(document.Path)!, target)))
        .Select(target => $"{document.Path}: {target}");

    /// <summary>Paths of documents in docstrings that lead nowhere; an ADR may be cited by its number.</summary>
    public static IEnumerable<string> DeadCitations(SourceFile file) => Citation().Matches(file.Text)
        .Select(m => m.Value.TrimEnd('.'))
        .Where(cited => !Exists(Path.Combine(Repository.Root, cited)) && !IsDecision(cited))
        .Select(cited => $"{file.Path}: {cited}");

    public static IReadOnlyList<string> EventsInTable(string document) =>
        [.. Row().Matches(document).Select(m => $"{m.Groups[1].Value} → {m.Groups[2].Value}").Order(StringComparer.Ordinal)];

    public static IReadOnlyList<string> EventsInCode(IEnumerable<SourceFile> files) =>
    [
        .. files.SelectMany(f => Raised().Matches(f.Text).Select(m => $"{Path.GetFileNameWithoutExtension(f.Path)} → {m.Groups[1].Value}"))
            .Distinct().Order(StringComparer.Ordinal),
    ];

    /// <summary>The table as a diagram: one arrow per pair of statuses, with all its verbs.</summary>
    public static string Diagram<TStatus>(Workflow<TStatus> table)
        where TStatus : struct, Enum =>
        string.Join('\n', (string[])
        [
            "```mermaid",
            "stateDiagram-v2",
            .. table.Moves.GroupBy(m => (m.From, m.To))
                .Select(g => $"  {Codes.Of(g.Key.From)} --> {Codes.Of(g.Key.To)}: {string.Join(", ", g.Select(m => m.Verb))}"),
            "```",
        ]);

    public static string Between(string document, string begin, string end)
    {
        var from = document.IndexOf('\n', document.IndexOf(begin, StringComparison.Ordinal)) + 1;
        return document[from..document.IndexOf(end, from, StringComparison.Ordinal)].Trim();
    }

    private static bool Exists(string path) => File.Exists(path) || Directory.Exists(path);

    private static bool IsDecision(string cited) => AdrNumber().Match(cited) is { Success: true } match
        && Directory.EnumerateFiles(Path.Combine(Repository.Root, "docs", "adr"), $"{match.Groups[1].Value}-*.md").Any();

    [GeneratedRegex(@"\]\(([^)#\s]+)(?:#[^)]*)?\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"(?<![\w/])docs/[a-z][\w./-]*")]
    private static partial Regex Citation();

    [GeneratedRegex(@"^docs/adr/(\d{4})$")]
    private static partial Regex AdrNumber();

    [GeneratedRegex(@"^\| (\w+) \| (?!Event )([A-Z]\w+) \| [^|]+\|\r?$", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex(@"\.Raise\(\s*new ([A-Z]\w+)\(")]
    private static partial Regex Raised();
}
