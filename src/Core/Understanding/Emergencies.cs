using System.Collections.Frozen;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Language;

namespace SlrtBot.Core.Understanding;

/// <summary>
/// Words that say that a life may be in danger (<c>Words/emergencies.tsv</c>). Some are enough by themselves, others
/// only together with what the model makes of the whole message.
/// </summary>
internal sealed class Emergencies
{
    private const int Gap = 3;
    private const char AsItStands = '!';
    private const string Sure = "sure";
    private const string Maybe = "maybe";
    private const string Hint = "hint";
    private readonly FrozenSet<string> _calm;
    private readonly FrozenSet<string> _over;
    private readonly Pattern[] _patterns;
    private readonly Pattern[] _told;
    private readonly Pattern[] _past;
    private readonly Pattern[] _well;
    private readonly Pattern[] _otherwise;
    private readonly Pattern[] _pressing;
    private readonly FrozenSet<string> _still;
    private readonly FrozenSet<string> _back;

    public static Emergencies BuiltIn { get; } = new(Tables.Read("Words.emergencies"));

    /// <param name="rows">Strength, pattern, unless, kind of danger; the last two may be missing.</param>
    public Emergencies(IEnumerable<string[]> rows)
    {
        var all = rows.ToList();
        _calm = [.. all.Where(r => r[0] == "calm").SelectMany(r => r[1].Split('|'))];
        _over = [.. all.Where(r => r[0] == "over").SelectMany(r => r[1].Split('|'))];
        _still = [.. all.Where(r => r[0] == "still").SelectMany(r => r[1].Split('|'))];
        _back = [.. all.Where(r => r[0] == "back").SelectMany(r => r[1].Split('|'))];
        _patterns = [.. all.Where(r => r[0] is Sure or Maybe or Hint).Select(Pattern.Of).OrderByDescending(p => p.Strength)];
        _told = Of("told");
        (_past, _well, _otherwise, _pressing) = (Of("past"), Of("well"), Of("otherwise"), Of("urgent"));
        Words = [.. all.SelectMany(r => r[1].Split(' ', '|', '+', AsItStands)).Where(w => w.Length > 0).Distinct(StringComparer.Ordinal)];

        Pattern[] Of(string kind) => [.. all.Where(r => r[0] == kind).Select(Pattern.Of)];
    }

    public IReadOnlyList<string> Words { get; }

    /// <summary>Patterns whose exceptions cover every word of one of their parts: they can never be found.</summary>
    internal static IEnumerable<string> SilentRows(IEnumerable<string[]> rows) =>
        rows.Where(r => r[0] is Sure or Maybe or Hint && Pattern.Of(r).IsSilent).Select(r => r[1]);

    public Alarm Hear(IReadOnlyList<Token> tokens)
    {
        if (tokens.Any(t => _calm.Contains(t.Word)))
        {
            return Alarm.None;
        }

        var alarm = First(tokens);
        return WellSince(tokens, alarm) is not { } since ? alarm
            : Hear([.. tokens.Skip(since)]) is { Strength: > AlarmStrength.Past } later ? later with { At = [.. later.At.Select(at => at + since)] }
            : alarm with { Strength = AlarmStrength.Past };
    }

    /// <summary>"cuci darah besok ditolak": urgent, and no emergency.</summary>
    public bool IsPressing(IReadOnlyList<Token> tokens) => _pressing.Any(pattern => pattern.Find(tokens) is not null);

    private Alarm First(IReadOnlyList<Token> tokens)
    {
        foreach (var pattern in _patterns)
        {
            if (pattern.Find(tokens) is { } at)
            {
                return new Alarm(StrengthOf(pattern, tokens), at, pattern.Kind);
            }
        }

        return Alarm.None;
    }

    /// <summary>"dulu dia suka mukul saya, sekarang sudah cerai": what stands before it is long over.</summary>
    /// <returns>The token from where on it is well; null where it is not, or not said to be.</returns>
    private int? WellSince(IReadOnlyList<Token> tokens, Alarm alarm)
    {
        if (alarm.At.Length == 0 || tokens.Any(t => _still.Contains(t.Word)) || !_past.Any(past => past.Find(tokens) is not null))
        {
            return null;
        }

        var last = alarm.At.Max() + 1;
        var rest = tokens.Skip(last).ToList();
        return _well.Select(well => well.Find(rest)).FirstOrDefault(at => at is not null) is { } at ? last + at.Min() : null;
    }

    /// <summary>Words of danger that mean something else here ("pukul 7", "kayu bakar"): the model must not hear them either.</summary>
    public IReadOnlySet<int> TakenBack(IReadOnlyList<Token> tokens) =>
        _patterns.SelectMany(p => p.TakenBack(tokens)).Concat(_otherwise.SelectMany(p => p.Find(tokens) ?? [])).ToHashSet();

    private AlarmStrength StrengthOf(Pattern pattern, IReadOnlyList<Token> tokens) => pattern.Strength switch
    {
        AlarmStrength.Sure when IsTold(tokens) => AlarmStrength.Told,
        AlarmStrength.Maybe when IsTold(tokens) || tokens.Any(t => _over.Contains(t.Word)) => AlarmStrength.Doubtful,
        var strength => strength,
    };

    /// <summary>"dulu pernah mau bunuh diri, sekarang kambuh lagi" is not over.</summary>
    private bool IsTold(IReadOnlyList<Token> tokens) => _told.Any(told => told.Find(tokens) is not null) && !tokens.Any(t => _back.Contains(t.Word));

    /// <param name="IsPhrase">One word right after the other, rather than near one another in any order.</param>
    /// <param name="Unless">Words anywhere in the message that take it back.</param>
    private sealed record Pattern(AlarmStrength Strength, bool IsPhrase, FrozenSet<string>[] Parts, FrozenSet<string> Unless, DangerKind Kind)
    {
        public static Pattern Of(string[] row)
        {
            var isPhrase = row[1].Contains('+', StringComparison.Ordinal);
            return new Pattern(
                row[0] switch { Sure => AlarmStrength.Sure, Maybe => AlarmStrength.Maybe, _ => AlarmStrength.Hinted },
                isPhrase,
                [.. row[1].Split(isPhrase ? '+' : ' ').Select(Alternatives)],
                row.Length > 2 && row[2].Length > 0 ? Alternatives(row[2]) : [],
                row.Length > 3 && row[3].Length > 0 ? Codes.Parse<DangerKind>(row[3]) : DangerKind.General);
        }

        public bool IsSilent => Parts.Any(part => part.IsSubsetOf(Unless));

        public int[]? Find(IReadOnlyList<Token> tokens) => Place(tokens) is { } at && !IsTakenBack(tokens) ? at : null;

        public int[] TakenBack(IReadOnlyList<Token> tokens) => Place(tokens) is { } at && IsTakenBack(tokens) ? at : [];

        private bool IsTakenBack(IReadOnlyList<Token> tokens) => tokens.Any(t => In(Unless, t));

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
}

internal enum AlarmStrength
{
    None,

    /// <summary>Words of what was long ago and is well now: the model is not asked.</summary>
    Past,

    /// <summary>Roundabout words, which mostly mean something else.</summary>
    Hinted,

    /// <summary>The words are there, but so are others that say that it is over, or only feared.</summary>
    Doubtful,
    Maybe,

    /// <summary>Words that would be enough, in what seems to be told, asked or over.</summary>
    Told,
    Sure,
}

/// <param name="At">The tokens that raised it.</param>
/// <param name="Kind">Of the words that raised it.</param>
internal sealed record Alarm(AlarmStrength Strength, int[] At, DangerKind Kind)
{
    public static Alarm None { get; } = new(AlarmStrength.None, [], DangerKind.General);
}
