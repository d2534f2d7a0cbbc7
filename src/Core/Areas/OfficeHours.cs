using System.Globalization;

namespace SlrtBot.Core.Areas;

/// <summary>A span of local wall-clock time, from inclusive, to exclusive.</summary>
public readonly record struct Hours(TimeOnly From, TimeOnly To)
{
    /// <returns>Null unless the text reads like <c>08:00-15:00</c>.</returns>
    public static Hours? TryParse(string text) =>
        text.Split('-', StringSplitOptions.TrimEntries) is [var from, var to] && Time(from) is { } opens && Time(to) is { } closes
            && opens != closes
            ? new Hours(opens, closes)
            : null;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{From:HH\\:mm}-{To:HH\\:mm}");

    private static TimeOnly? Time(string text) =>
        TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;
}

/// <summary>When an office is open, per day of the week.</summary>
public sealed class OfficeHours
{
    private static readonly string[] DayNames = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
    private readonly Hours?[] _days = new Hours?[DayNames.Length];

    private OfficeHours()
    {
    }

    /// <summary>Null: closed all day.</summary>
    public Hours? On(DayOfWeek day) => _days[(int)day];

    /// <param name="text">Days or spans of days with hours, separated by semicolons:
    /// <c>Mon-Thu 08:00-15:00; Fri 08:00-14:30</c>. Days not named are closed.</param>
    /// <exception cref="FormatException">The text does not read so.</exception>
    public static OfficeHours Parse(string text) =>
        TryParse(text) ?? throw new FormatException($"Office hours must read like 'Mon-Thu 08:00-15:00; Fri 08:00-14:30', not '{text}'.");

    public static OfficeHours? TryParse(string text)
    {
        var week = new OfficeHours();
        foreach (var part in text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (part.Split(' ', 2, StringSplitOptions.TrimEntries) is not [var days, var times]
                || Hours.TryParse(times) is not { } hours || hours.To < hours.From || DaysOf(days) is not { } span)
            {
                return null;
            }

            for (var day = span.First; day <= span.Last; day++)
            {
                week._days[day % DayNames.Length] = hours;
            }
        }

        return week._days.Any(d => d is not null) ? week : null;
    }

    /// <summary>As <see cref="Parse"/> reads it, from Monday on; days in a row with the same hours as a span.</summary>
    public override string ToString()
    {
        var spans = new List<(int First, int Last, Hours Hours)>();
        for (var i = 1; i <= DayNames.Length; i++)
        {
            if (_days[i % DayNames.Length] is not { } hours)
            {
                continue;
            }

            if (spans.Count > 0 && spans[^1] is var before && before.Last == i - 1 && before.Hours == hours)
            {
                spans[^1] = before with { Last = i };
            }
            else
            {
                spans.Add((i, i, hours));
            }
        }

        return string.Join("; ", spans.Select(span =>
            $"{DayNames[span.First % DayNames.Length]}{(span.Last == span.First ? "" : $"-{DayNames[span.Last % DayNames.Length]}")} {span.Hours}"));
    }

    private static (int First, int Last)? DaysOf(string text)
    {
        var ends = text.Split('-', StringSplitOptions.TrimEntries);
        var first = Array.IndexOf(DayNames, ends[0]);
        var last = Array.IndexOf(DayNames, ends[^1]);
        return first < 0 || last < 0 || ends.Length > 2 ? null : (first, last < first ? last + DayNames.Length : last);
    }
}
