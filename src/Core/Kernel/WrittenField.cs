using System.Globalization;

namespace SlrtBot.Core.Kernel;

/// <summary>How something that staff write down is answered.</summary>
public enum FieldKind
{
    Choice,

    /// <summary>Several of its choices, between blanks.</summary>
    Several,

    /// <summary>Words on one line.</summary>
    Line,
    Text,
    Number,

    /// <summary><c>yyyy-MM-dd</c>.</summary>
    Day,
}

/// <summary>One thing that staff write down: in the report of a visit, in what a step leaves behind. Adding one is a line in its list and its words.</summary>
/// <param name="Code">Stored with each value, so it is never renamed.</param>
/// <param name="Choices">Of <see cref="FieldKind.Choice"/> and <see cref="FieldKind.Several"/>.</param>
public record WrittenField(string Code, FieldKind Kind, IReadOnlyList<string> Choices)
{
    /// <summary>Of several: says that there is nothing, and goes with no other.</summary>
    public const string None = "none";

    private const int LongestNumber = 3;

    /// <summary>Characters.</summary>
    public virtual int Longest => Kind == FieldKind.Number ? LongestNumber : int.MaxValue;

    /// <returns>Null for what is no day.</returns>
    public static DateOnly? DayOf(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <param name="value">Not blank.</param>
    /// <returns>The code of what is wrong with it; null where it may be kept.</returns>
    public virtual string? Problem(string value) => Kind switch
    {
        FieldKind.Choice => Choices.Contains(value) ? null : "not_a_choice",
        FieldKind.Several => value.Split(' ', StringSplitOptions.RemoveEmptyEntries) is var ticked && !ticked.All(Choices.Contains) ? "not_a_choice"
            : ticked.Length > 1 && ticked.Contains(None) ? "none_and_some"
            : null,
        FieldKind.Day => DayOf(value) is null ? "not_a_day" : null,
        _ => value.Length <= Longest ? null : "too_long",
    };
}
