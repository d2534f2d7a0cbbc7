using System.Text.RegularExpressions;
using SlrtBot.Host.Tests.HouseRules;

namespace SlrtBot.Host.Tests.Docs;

/// <summary>The words of docs/glossary.md, to be compared with the code.</summary>
internal static partial class Glossary
{
    /// <summary>Words that stand there twice: two things would have one name.</summary>
    public static IEnumerable<string> Twice(string document) =>
        Row().Matches(document).Select(m => m.Groups["word"].Value.Trim()).GroupBy(w => w).Where(g => g.Count() > 1).Select(g => g.Key);

    /// <summary>Classes and their members that the code does not have.</summary>
    public static IEnumerable<string> Unknown(string document, IReadOnlyList<SourceFile> sources)
    {
        var declared = sources.SelectMany(f => Declared().Matches(f.Text)).Select(m => m.Groups[1].Value).ToHashSet(StringComparer.Ordinal);
        var text = string.Join('\n', sources.Select(f => f.Text));
        return Row().Matches(document).SelectMany(m => Name().Matches(m.Groups["classes"].Value)).Select(m => m.Groups[1].Value.Split('.'))
            .Where(name => !declared.Contains(name[0]) || name.Skip(1).Any(member => !Regex.IsMatch(text, $@"\b{member}\b")))
            .Select(name => string.Join('.', name));
    }

    /// <summary>Names in code by which a thing was called once; what is stored keeps them, and stands in quotes.</summary>
    public static IEnumerable<string> Older(SourceFile file)
    {
        var code = Quoted().Replace(file.Text, "\"\"");
        // What goes from desk to desk is called so today; a talk no longer is.
        var older = file.Path.Contains("Talks/", StringComparison.Ordinal) ? OlderName().Matches(code).Concat(OlderTalk().Matches(code)) : OlderName().Matches(code);
        return older.Select(m => $"{file.Path}: {m.Value}");
    }

    [GeneratedRegex(@"^\| (?<word>[^|`]+) \| [^|]+ \| (?<classes>[^|]+) \| [^|]+ \|\r?$", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex(@"`([A-Z]\w+(?:\.\w+)?)`")]
    private static partial Regex Name();

    [GeneratedRegex(@"\b(?:class|record|enum|interface|struct) (?:struct )?(\w+)")]
    private static partial Regex Declared();

    [GeneratedRegex("""(?:"(?:[^"\\\n]|\\.)*")""")]
    private static partial Regex Quoted();

    /// <summary>Not the bare key under which the audit keeps the number of a talk.</summary>
    [GeneratedRegex(@"\b(?:\w+[Hh]andover\w*|[Hh]andover\w+|Handover)\b")]
    private static partial Regex OlderTalk();

    [GeneratedRegex(@"\b\w*Rights\w*\b")]
    private static partial Regex OlderName();
}
