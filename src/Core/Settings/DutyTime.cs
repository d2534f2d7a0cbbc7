using System.Globalization;

namespace SlrtBot.Core.Settings;

/// <summary>When somebody is on duty: days of the area, and hours of each. All null is always.</summary>
/// <param name="Hours">As <see cref="Areas.Hours.TryParse"/> reads it; over midnight it belongs to the day on which it begins.</param>
public sealed record DutyTime(DateOnly? From, DateOnly? To, string? Hours)
{
    public bool IsAlways => this is { From: null, To: null, Hours: null };

    /// <param name="day">A service day of the area.</param>
    /// <param name="time">Wall-clock time there.</param>
    public bool Covers(DateOnly day, TimeOnly time)
    {
        if (Hours is null)
        {
            return IsOn(day);
        }

        var span = Areas.Hours.TryParse(Hours)!.Value;
        return time.IsBetween(span.From, span.To) && IsOn(span.To < span.From && time < span.To ? day.AddDays(-1) : day);
    }

    public bool IsOver(DateOnly day) => To < day;

    /// <summary>As it stands in the decision log: <c>2026-12-01/2026-12-07 19:00-07:00</c>, with nothing where there is no limit.</summary>
    public override string ToString() => $"{Day(From)}/{Day(To)} {Hours}";

    /// <returns>Null for what was not written so.</returns>
    public static DutyTime? TryParse(string text) => text.Split('/', ' ') is [var from, var to, var hours]
        ? new DutyTime(Read(from), Read(to), hours.Length == 0 ? null : hours)
        : null;

    private bool IsOn(DateOnly day) => !(day < From) && !(day > To);

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    private static DateOnly? Read(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
