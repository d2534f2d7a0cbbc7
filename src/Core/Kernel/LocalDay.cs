namespace SlrtBot.Core.Kernel;

/// <summary>
/// Service days: the calendar day in the area's time zone (UTC+7 to UTC+9 in Indonesia), which is not UTC's day for
/// seven to nine hours of each day.
/// </summary>
public static class LocalDay
{
    /// <param name="utc">UTC, or of unspecified kind as databases hand it out.</param>
    public static DateOnly Of(DateTime utc, TimeZoneInfo zone) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(utc, zone));

    /// <summary>The first instant of the day, UTC.</summary>
    public static DateTime StartUtc(DateOnly day, TimeZoneInfo zone)
    {
        var local = day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Unspecified);
        // Where clocks go forward at midnight the day begins later; the tests run in such a zone.
        while (zone.IsInvalidTime(local))
        {
            local = local.AddMinutes(15);
        }

        return TimeZoneInfo.ConvertTimeToUtc(local, zone);
    }

    /// <summary>The first instant after the day, UTC: use it as an exclusive bound.</summary>
    public static DateTime EndUtc(DateOnly day, TimeZoneInfo zone) => StartUtc(day.AddDays(1), zone);

    /// <summary>The instant of a local wall-clock time, UTC.</summary>
    public static DateTime AtUtc(DateOnly day, TimeOnly time, TimeZoneInfo zone)
    {
        var local = day.ToDateTime(time, DateTimeKind.Unspecified);
        return zone.IsInvalidTime(local)
            ? StartUtc(day, zone)
            : TimeZoneInfo.ConvertTimeToUtc(local, zone);
    }
}
