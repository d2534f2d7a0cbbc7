using System.Globalization;
using SlrtBot.Core.Kernel;

namespace SlrtBot.Core.Areas;

/// <summary>Codes of what offices settle about their hours and days.</summary>
public static class CalendarSettings
{
    /// <summary>For the whole installation or an area; the nearest area wins.</summary>
    public const string OfficeHours = "office_hours";
    public const string QuietHours = "quiet_hours";

    /// <summary>Followed by the day, <c>day_off.2027-03-10</c>.</summary>
    public const string DayOff = "day_off.";

    /// <summary>Followed by the year: its days were compared with the joint decree.</summary>
    public const string Decree = "decree.";

    /// <summary>Null for another code.</summary>
    public static DateOnly? DayOf(string code) => code.StartsWith(DayOff, StringComparison.Ordinal)
        && DateOnly.TryParseExact(code.AsSpan(DayOff.Length), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    public static string Of(DateOnly day) => DayOff + day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary>Why offices are closed.</summary>
public enum DayOffKind
{
    National,
    JointLeave,

    /// <summary>Of the regency or a smaller area: an anniversary, an election of the village.</summary>
    Local,
}

/// <summary>A day off that was settled, as it is stored: <c>local Hari jadi kabupaten</c>; <c>worked</c> where offices work in spite of the table.</summary>
public sealed record DayOff(DayOffKind Kind, string Name)
{
    public const string Worked = "worked";
    public const int LongestName = 80;

    public static DayOff? TryParse(string value) =>
        value.Split(' ', 2) is [var kind, { Length: > 0 and <= LongestName } name] && Codes.TryParse<DayOffKind>(kind, out var known) ? new DayOff(known, name) : null;

    public override string ToString() => $"{Codes.Of(Kind)} {Name}";
}
