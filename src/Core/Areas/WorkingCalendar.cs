using System.Security.Cryptography;
using System.Text;
using SlrtBot.Core.Kernel;

namespace SlrtBot.Core.Areas;

/// <summary>
/// Working days and office hours of an area, in its own time zone. Promises to residents are counted in working
/// days (<i>hari kerja</i>), so weekends, national holidays and joint leave do not count.
/// </summary>
public sealed class WorkingCalendar(AreaCatalogue areas, AreaOptions options, Holidays holidays)
{
    private readonly OfficeHours _hours = OfficeHours.Parse(options.OfficeHours);
    private readonly Dictionary<string, OfficeHours> _areaHours =
        options.AreaOfficeHours.ToDictionary(a => a.Key, a => OfficeHours.Parse(a.Value));

    private readonly Hours _quiet = Hours.TryParse(options.QuietHours)
        ?? throw new FormatException($"Quiet hours must read like '20:00-07:00', not '{options.QuietHours}'.");

    /// <summary>Changes with the days off and the office hours: eight hexadecimal digits, the same in every process.</summary>
    public string Version { get; } = VersionOf(options, holidays);

    /// <param name="areaCode">Any level; hours set for an area hold for all inside it, the nearest wins.</param>
    public Hours? OpenHours(DateOnly day, string areaCode) =>
        holidays.On(day) is null ? HoursOf(areaCode).On(day.DayOfWeek) : null;

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
        if (!time.IsBetween(_quiet.From, _quiet.To))
        {
            return utc;
        }

        return LocalDay.AtUtc(time < _quiet.To ? day : day.AddDays(1), _quiet.To, zone);
    }

    public DateTime NotBefore(DateTime utc, string areaCode) => NotBefore(utc, areas.ZoneOf(areaCode));

    private DateOnly FirstWorkingDay(DateOnly from, string areaCode)
    {
        const int longestClosure = 60;
        for (var day = from; day < from.AddDays(longestClosure); day = day.AddDays(1))
        {
            if (IsWorkingDay(day, areaCode))
            {
                return day;
            }
        }

        throw new InvalidOperationException($"The calendar of {areaCode} has no working day within {longestClosure} days of {from:O}.");
    }

    private OfficeHours HoursOf(string areaCode)
    {
        if (_areaHours.Count == 0)
        {
            return _hours;
        }

        for (string? code = areaCode; code is not null; code = AreaCode.ParentOf(code))
        {
            if (_areaHours.TryGetValue(code, out var hours))
            {
                return hours;
            }
        }

        return _hours;
    }

    private (DateOnly Day, TimeOnly Time) Local(DateTime utc, string areaCode)
    {
        var local = TimeZoneInfo.ConvertTimeFromUtc(utc, areas.ZoneOf(areaCode));
        return (DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local));
    }

    private static string VersionOf(AreaOptions options, Holidays holidays)
    {
        var areaHours = options.AreaOfficeHours.OrderBy(a => a.Key, StringComparer.Ordinal).Select(a => $"{a.Key} {a.Value}");
        var days = holidays.Dates.Order().Select(d => $"{d:yyyyMMdd}");
        var text = string.Join('\n', [options.OfficeHours, .. areaHours, .. days]);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 4));
    }
}
