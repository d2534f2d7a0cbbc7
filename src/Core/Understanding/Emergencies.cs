using System.Collections.Frozen;
using SlrtBot.Core.Complaints;

namespace SlrtBot.Core.Understanding;

/// <summary>
/// Words that say that a life may be in danger (<c>Words/emergencies.tsv</c>). Some are enough by themselves, others
/// only together with what the model makes of the whole message.
/// </summary>
internal sealed class Emergencies
{
    private const string Sure = "sure";
    private const string Maybe = "maybe";
    private const string Hint = "hint";
    private readonly FrozenSet<string> _calm;
    private readonly FrozenSet<string> _over;
    private readonly DangerPatterns _patterns;
    private readonly DangerPatterns _told;
    private readonly DangerPatterns _past;
    private readonly DangerPatterns _well;
    private readonly DangerPatterns _otherwise;
    private readonly DangerPatterns _pressing;
    private readonly FrozenSet<string> _still;
    private readonly FrozenSet<string> _back;
    private readonly FrozenDictionary<string, DangerKind[]> _kindsByWord;

    public static Emergencies BuiltIn { get; } = new(Tables.Read("Words.emergencies"));

    /// <param name="rows">Strength, pattern, unless, kind of danger; the last two may be missing.</param>
    public Emergencies(IEnumerable<string[]> rows)
    {
        var all = rows.ToList();
        _calm = [.. all.Where(r => r[0] == "calm").SelectMany(r => r[1].Split('|'))];
        _over = [.. all.Where(r => r[0] == "over").SelectMany(r => r[1].Split('|'))];
        _still = [.. all.Where(r => r[0] == "still").SelectMany(r => r[1].Split('|'))];
        _back = [.. all.Where(r => r[0] == "back").SelectMany(r => r[1].Split('|'))];
        _patterns = new(all.Where(r => r[0] is Sure or Maybe or Hint).Select(DangerPattern.Of).OrderByDescending(p => p.Strength));
        _told = Of("told");
        (_past, _well, _otherwise, _pressing) = (Of("past"), Of("well"), Of("otherwise"), Of("urgent"));
        _kindsByWord = all.Where(r => r[0] is Sure or Maybe or Hint).Select(DangerPattern.Of).Where(p => p.Kind != DangerKind.General)
            .SelectMany(p => p.Parts.SelectMany(part => part).Select(word => (word, p.Kind))).GroupBy(w => w.word, w => w.Kind)
            .ToFrozenDictionary(g => g.Key, g => g.Distinct().ToArray(), StringComparer.Ordinal);
        Words = [.. all.SelectMany(r => r[1].Split(' ', '|', '+', DangerPattern.AsItStands)).Where(w => w.Length > 0).Distinct(StringComparer.Ordinal)];

        DangerPatterns Of(string kind) => new(all.Where(r => r[0] == kind).Select(DangerPattern.Of));
    }

    public IReadOnlyList<string> Words { get; }

    /// <summary>Patterns whose exceptions cover every word of one of their parts: they can never be found.</summary>
    internal static IEnumerable<string> SilentRows(IEnumerable<string[]> rows) =>
        rows.Where(r => r[0] is Sure or Maybe or Hint && DangerPattern.Of(r).IsSilent).Select(r => r[1]);

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

    /// <summary>"udah saya minum dikit": no word of the rows of this danger stands there, and one of another's does.</summary>
    public bool SpeakOfAnother(IReadOnlyList<Token> tokens, DangerKind kind)
    {
        var kinds = tokens.Where(t => !PlainWords.Contains(t)).Select(t => _kindsByWord.GetValueOrDefault(t.Word) ?? _kindsByWord.GetValueOrDefault(t.Stem)).OfType<DangerKind[]>().ToList();
        return kinds.Count > 0 && !kinds.Exists(all => all.Contains(kind));
    }

    /// <summary>"cuci darah besok ditolak": urgent, and no emergency.</summary>
    public bool IsPressing(IReadOnlyList<Token> tokens) => _pressing.Find(tokens) is not null;

    private Alarm First(IReadOnlyList<Token> tokens)
    {
        foreach (var pattern in _patterns.Near(tokens))
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
        if (alarm.At.Length == 0 || tokens.Any(t => _still.Contains(t.Word)) || _past.Find(tokens) is null)
        {
            return null;
        }

        var last = alarm.At.Max() + 1;
        var rest = tokens.Skip(last).ToList();
        return _well.Find(rest) is { } at ? last + at.Min() : null;
    }

    /// <summary>Words of danger that mean something else here ("pukul 7", "kayu bakar"): the model must not hear them either.</summary>
    public IReadOnlySet<int> TakenBack(IReadOnlyList<Token> tokens) =>
        _patterns.Near(tokens).SelectMany(p => p.TakenBack(tokens)).Concat(Otherwise(tokens)).ToHashSet();

    /// <summary>"kis saya mati": of them those that are said of a thing.</summary>
    public IEnumerable<int> Otherwise(IReadOnlyList<Token> tokens) => _otherwise.Near(tokens).SelectMany(p => p.Find(tokens) ?? []);

    private AlarmStrength StrengthOf(DangerPattern pattern, IReadOnlyList<Token> tokens) => pattern.Strength switch
    {
        AlarmStrength.Sure when IsTold(tokens) => AlarmStrength.Told,
        AlarmStrength.Maybe when IsTold(tokens) || tokens.Any(t => _over.Contains(t.Word)) => AlarmStrength.Doubtful,
        var strength => strength,
    };

    /// <summary>"dulu pernah mau bunuh diri, sekarang kambuh lagi" is not over.</summary>
    private bool IsTold(IReadOnlyList<Token> tokens) => _told.Find(tokens) is not null && !tokens.Any(t => _back.Contains(t.Word));
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
