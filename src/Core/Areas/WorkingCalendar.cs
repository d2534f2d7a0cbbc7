using SlrtBot.Core.Kernel;

namespace SlrtBot.Core.Areas;

/// <summary>
/// Working days and office hours of an area, in its own time zone. Promises to residents are counted in working
/// days (<i>hari kerja</i>), so weekends, national holidays and joint leave do not count.
/// </summary>
public sealed class WorkingCalendar(AreaCatalogue areas, AreaOptions options, Holidays holidays, SettledValues settled)
{
    private const int LongestClosure = 400;
    private Held? _held;

    /// <summary>Changes with the days off and the office hours: eight hexadecimal digits, the same in every process.</summary>
    public string Version => Terms.Version;

    private CalendarTerms Terms
    {
        get
        {
            var now = settled.Now;
            var held = _held;
            if (held is null || !ReferenceEquals(held.Of, now))
            {
                _held = held = new Held(now, new CalendarTerms(options, holidays, now));
            }

            return held.Terms;
        }
    }

    /// <param name="areaCode">Any level; hours set for an area hold for all inside it, the nearest wins.</param>
    public Hours? OpenHours(DateOnly day, string areaCode) =>
        Terms is var terms && terms.IsOff(day, areaCode) ? null : terms.HoursOf(areaCode).On(day.DayOfWeek);

    /// <summary>Of an ordinary week, as they were settled for the nearest area around it.</summary>
    public OfficeHours HoursOf(string areaCode) => Terms.HoursOf(areaCode);

    public bool IsWorkingDay(DateOnly day, string areaCode) => OpenHours(day, areaCode) is not null;

    /// <returns>The last of so many working days after <paramref name="from"/>, which itself does not count;
    /// for 0 days the first working day from it on.</returns>
    public DateOnly AddWorkingDays(DateOnly from, int days, string areaCode)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(days);
        var day = days == 0 ? FirstWorkingDay(from, areaCode) : from;
        for (var left = days; left > 0; left--)
        {
            day = FirstWorkingDay(day.AddDays(1), areaCode);
        }

        return day;
    }

    /// <returns>The working day that lies so many working days before <paramref name="to"/>, which itself does not count.</returns>
    public DateOnly WorkingDaysBefore(DateOnly to, int days, string areaCode)
    {
        var day = to;
        for (var left = days; left > 0; left--)
        {
            day = LastWorkingDay(day.AddDays(-1), areaCode);
        }

        return day;
    }

    /// <summary>Working days after <paramref name="from"/> up to and including <paramref name="to"/>.</summary>
    public int WorkingDaysBetween(DateOnly from, DateOnly to, string areaCode)
    {
        var count = 0;
        for (var day = from.AddDays(1); day <= to; day = day.AddDays(1))
        {
            count += IsWorkingDay(day, areaCode) ? 1 : 0;
        }

        return count;
    }

    /// <summary>The service day from which something is counted: what comes after office hours or on a day off
    /// counts as of the next working day.</summary>
    public DateOnly CountsFrom(DateTime utc, string areaCode)
    {
        var (day, time) = Local(utc, areaCode);
        return FirstWorkingDay(OpenHours(day, areaCode) is { } hours && time >= hours.To ? day.AddDays(1) : day, areaCode);
    }

    /// <summary>The day by which an answer is promised to what arrived at <paramref name="utc"/>.</summary>
    public DateOnly DueOn(DateTime utc, int workingDays, string areaCode) =>
        AddWorkingDays(CountsFrom(utc, areaCode), workingDays, areaCode);

    /// <summary>The service day of an instant, whether or not the office is open.</summary>
    public DateOnly DayOf(DateTime utc, string areaCode) => Local(utc, areaCode).Day;

    public bool IsOpen(DateTime utc, string areaCode)
    {
        var (day, time) = Local(utc, areaCode);
        return OpenHours(day, areaCode) is { } hours && time >= hours.From && time < hours.To;
    }

    /// <returns>UTC; the given instant while the office is open.</returns>
    public DateTime NextOpening(DateTime utc, string areaCode)
    {
        if (IsOpen(utc, areaCode))
        {
            return utc;
        }

        var day = CountsFrom(utc, areaCode);
        return LocalDay.AtUtc(day, OpenHours(day, areaCode)!.Value.From, areas.ZoneOf(areaCode));
    }

    /// <summary>When the office closes on a working day, UTC: the last instant of a promise for that day.</summary>
    /// <returns>The end of the day where the office is closed.</returns>
    public DateTime Closing(DateOnly day, string areaCode) => OpenHours(day, areaCode) is { } hours
        ? LocalDay.AtUtc(day, hours.To, areas.ZoneOf(areaCode))
        : LocalDay.EndUtc(day, areas.ZoneOf(areaCode));

    /// <returns>The first instant from <paramref name="utc"/> on that lies outside quiet hours in the zone, UTC.</returns>
    public DateTime NotBefore(DateTime utc, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTimeFromUtc(utc, zone);
        var (day, time) = (DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local));
        var quiet = Terms.Quiet;
        if (!time.IsBetween(quiet.From, quiet.To))
        {
            return utc;
        }

        return LocalDay.AtUtc(time < quiet.To ? day : day.AddDays(1), quiet.To, zone);
    }

    public DateTime NotBefore(DateTime utc, string areaCode) => NotBefore(utc, areas.ZoneOf(areaCode));

    private DateOnly LastWorkingDay(DateOnly from, string areaCode)
    {
        for (var day = from; day > from.AddDays(-LongestClosure); day = day.AddDays(-1))
        {
            if (IsWorkingDay(day, areaCode))
            {
                return day;
            }
        }

        throw new InvalidOperationException($"The calendar of {areaCode} has no working day within {LongestClosure} days before {from:O}.");
    }

    private DateOnly FirstWorkingDay(DateOnly from, string areaCode)
    {
        for (var day = from; day < from.AddDays(LongestClosure); day = day.AddDays(1))
        {
            if (IsWorkingDay(day, areaCode))
            {
                return day;
            }
        }

        throw new InvalidOperationException($"The calendar of {areaCode} has no working day within {LongestClosure} days of {from:O}.");
    }

    private (DateOnly Day, TimeOnly Time) Local(DateTime utc, string areaCode)
    {
        var local = TimeZoneInfo.ConvertTimeFromUtc(utc, areas.ZoneOf(areaCode));
        return (DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local));
    }

    /// <param name="Of">The settled values that they were worked out from.</param>
    private sealed record Held(IReadOnlyDictionary<SettingKey, string> Of, CalendarTerms Terms);
}
