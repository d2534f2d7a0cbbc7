using SlrtBot.Core.Language;

namespace SlrtBot.Core.Registry;

/// <summary>How one field of two records compares; labels <c>registry.match.{code}</c>.</summary>
public enum FieldMatch
{
    /// <summary>One of the two does not have it, which says nothing.</summary>
    Missing,
    Same,

    /// <summary>A slip apart, or of one sound.</summary>
    Near,
    Differs,
}

/// <summary>Compares single fields; each gives the same whichever of the two comes first.</summary>
internal static class FieldMatches
{
    private const int YearSlip = 1;

    public static FieldMatch OfNumber(string? one, string? other) =>
        one is null || other is null ? FieldMatch.Missing
        : one == other ? FieldMatch.Same
        : EditDistance.Between(one, other, 1) <= 1 ? FieldMatch.Near
        : FieldMatch.Differs;

    /// <summary>All parts of the shorter name have their like in the longer one, each once.</summary>
    public static FieldMatch OfName(string? one, string? other)
    {
        var (a, b) = (PartsOf(one), PartsOf(other));
        if (a.Count == 0 || b.Count == 0)
        {
            return FieldMatch.Missing;
        }

        if (a.Order(StringComparer.Ordinal).SequenceEqual(b.Order(StringComparer.Ordinal)))
        {
            return FieldMatch.Same;
        }

        // Compared in one order, so that which of two likes is taken does not hang on who came first.
        var (few, many) = a.Count <= b.Count ? (a, b) : (b, a);
        return AllFound([.. few.OrderByDescending(p => p.Length).ThenBy(p => p, StringComparer.Ordinal)], [.. many.Order(StringComparer.Ordinal)]) && AllFoundBack(few, many)
            ? FieldMatch.Near : FieldMatch.Differs;
    }

    public static FieldMatch OfDay(DateOnly? one, DateOnly? other)
    {
        if (one is not { } a || other is not { } b)
        {
            return FieldMatch.Missing;
        }

        var isSlip = (a.Year == b.Year && a.Month == b.Day && a.Day == b.Month)
            || (a.Year == b.Year && (a.Month == b.Month || a.Day == b.Day))
            || (a.Month == b.Month && a.Day == b.Day && Math.Abs(a.Year - b.Year) <= YearSlip);
        return a == b ? FieldMatch.Same : isSlip ? FieldMatch.Near : FieldMatch.Differs;
    }

    public static FieldMatch OfPlace(string? one, string? other) =>
        one is null || other is null ? FieldMatch.Missing
        : one == other ? FieldMatch.Same
        // A list that names no village says the regency.
        : one.StartsWith(other, StringComparison.Ordinal) || other.StartsWith(one, StringComparison.Ordinal) ? FieldMatch.Missing
        : FieldMatch.Differs;

    private static IReadOnlyList<string> PartsOf(string? name) => name is null ? [] : SearchTokens.PartsOf(name);

    private static bool AllFound(List<string> few, List<string> many) => few.TrueForAll(part =>
    {
        var at = many.FindIndex(other => AreAlike(part, other));
        if (at >= 0)
        {
            many.RemoveAt(at);
        }

        return at >= 0;
    });

    /// <summary>Of names with as many parts both ways must hold.</summary>
    private static bool AllFoundBack(IReadOnlyList<string> few, IReadOnlyList<string> many) => few.Count != many.Count
        || AllFound([.. many.OrderByDescending(p => p.Length).ThenBy(p => p, StringComparer.Ordinal)], [.. few.Order(StringComparer.Ordinal)]);

    /// <summary>No slip in up to three letters, one in up to six, two in more; or the same sound.</summary>
    private static bool AreAlike(string one, string other)
    {
        var slips = Math.Min(one.Length, other.Length) switch { <= 3 => 0, <= 6 => 1, _ => 2 };
        return EditDistance.Between(one, other, slips) <= slips || NameSound.Of(one) == NameSound.Of(other);
    }
}
