using System.Collections.Frozen;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Language;

namespace SlrtBot.Core.Understanding;

/// <summary>A row of <c>Words/emergencies.tsv</c>.</summary>
/// <param name="IsPhrase">One word right after the other, rather than near one another in any order.</param>
/// <param name="Unless">Words anywhere in the message that take it back.</param>
internal sealed record DangerPattern(AlarmStrength Strength, bool IsPhrase, FrozenSet<string>[] Parts, FrozenSet<string> Unless, DangerKind Kind)
{
    /// <summary>After a word in <c>Words/emergencies.tsv</c>: not its stem.</summary>
    public const char AsItStands = '!';
    private const int Gap = 3;

    public static DangerPattern Of(string[] row)
    {
        var isPhrase = row[1].Contains('+', StringComparison.Ordinal);
        return new DangerPattern(
            row[0] switch { "sure" => AlarmStrength.Sure, "maybe" => AlarmStrength.Maybe, _ => AlarmStrength.Hinted },
            isPhrase,
            [.. row[1].Split(isPhrase ? '+' : ' ').Select(Alternatives)],
            row.Length > 2 && row[2].Length > 0 ? Alternatives(row[2]) : [],
            row.Length > 3 && row[3].Length > 0 ? Codes.Parse<DangerKind>(row[3]) : DangerKind.General);
    }

    public bool IsSilent => Parts.Any(part => part.IsSubsetOf(Unless));

    public int[]? Find(IReadOnlyList<Token> tokens) => Place(tokens) is { } at && !IsTakenBack(tokens) ? at : null;

    public int[] TakenBack(IReadOnlyList<Token> tokens) => Place(tokens) is { } at && IsTakenBack(tokens) ? at : [];

    private bool IsTakenBack(IReadOnlyList<Token> tokens) => Unless.Count > 0 && tokens.Any(t => In(Unless, t));

    private int[]? Place(IReadOnlyList<Token> tokens)
    {
        for (var from = 0; from < tokens.Count; from++)
        {
            if ((IsPhrase ? Phrase(tokens, from) : Near(tokens, from)) is { } at)
            {
                return at;
            }
        }

        return null;
    }

    private int[]? Phrase(IReadOnlyList<Token> tokens, int from) =>
        from + Parts.Length <= tokens.Count && !Parts.Where((part, i) => !In(part, tokens[from + i])).Any()
            ? [.. Enumerable.Range(from, Parts.Length)]
            : null;

    private int[]? Near(IReadOnlyList<Token> tokens, int from)
    {
        if (!Parts.Any(part => In(part, tokens[from])))
        {
            return null;
        }

        var to = Math.Min(tokens.Count, from + Parts.Length + Gap);
        var used = new int[Parts.Length];
        for (var part = 0; part < Parts.Length; part++)
        {
            var at = from;
            while (at < to && (!In(Parts[part], tokens[at]) || used.AsSpan(0, part).Contains(at)))
            {
                at++;
            }

            if (at == to)
            {
                return null;
            }

            used[part] = at;
        }

        return used;
    }

    private static bool In(FrozenSet<string> words, Token token) => words.Contains(token.Word) || words.Contains(token.Stem);

    private static FrozenSet<string> Alternatives(string words) =>
        words.Split('|')
        .SelectMany(word => word[^1] == AsItStands ? [word[..^1]] : new[] { word, IndonesianStem.Of(word) })
        .ToFrozenSet(StringComparer.Ordinal);
}
