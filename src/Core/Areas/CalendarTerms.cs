using System.Security.Cryptography;
using System.Text;
using SlrtBot.Core.Kernel;

namespace SlrtBot.Core.Areas;

/// <summary>What a <see cref="WorkingCalendar"/> goes by: what the program was set up with, and over it what was settled on the screens.</summary>
internal sealed class CalendarTerms
{
    private readonly Holidays _holidays;
    private readonly OfficeHours _hours;
    private readonly Dictionary<string, OfficeHours> _areaHours;
    private readonly Dictionary<DateOnly, Dictionary<string, DayOff?>> _days;

    public CalendarTerms(AreaOptions options, Holidays holidays, IReadOnlyDictionary<SettingKey, string> settled)
    {
        _holidays = holidays;
        var everywhere = settled.GetValueOrDefault(new(CalendarSettings.OfficeHours)) ?? options.OfficeHours;
        var areaHours = options.AreaOfficeHours.ToDictionary(a => a.Key, a => a.Value, StringComparer.Ordinal);
        foreach (var (key, hours) in settled.Where(s => s.Key is { Code: CalendarSettings.OfficeHours, Area.Length: > 0 }))
        {
            areaHours[key.Area] = hours;
        }

        _hours = OfficeHours.Parse(everywhere);
        _areaHours = areaHours.ToDictionary(a => a.Key, a => OfficeHours.Parse(a.Value), StringComparer.Ordinal);
        var quiet = settled.GetValueOrDefault(new(CalendarSettings.QuietHours)) ?? options.QuietHours;
        Quiet = Hours.TryParse(quiet) ?? throw new FormatException($"Quiet hours must read like '20:00-07:00', not '{quiet}'.");
        var days = settled.Where(s => CalendarSettings.DayOf(s.Key.Code) is not null).ToList();
        _days = days.GroupBy(d => CalendarSettings.DayOf(d.Key.Code)!.Value)
            .ToDictionary(g => g.Key, g => g.ToDictionary(d => d.Key.Area, d => DayOff.TryParse(d.Value), StringComparer.Ordinal));
        Version = VersionOf(everywhere, areaHours, days);
    }

    public Hours Quiet { get; }

    public string Version { get; }

    /// <summary>Null on a day on which offices of the area work, by what is settled for the nearest area around it.</summary>
    public bool IsOff(DateOnly day, string areaCode)
    {
        if (_days.TryGetValue(day, out var settled))
        {
            for (string? code = areaCode; code is not null; code = AreaCode.ParentOf(code))
            {
                if (settled.TryGetValue(code, out var own))
                {
                    return own is not null;
                }
            }

            if (settled.TryGetValue("", out var everywhere))
            {
                return everywhere is not null;
            }
        }

        return _holidays.On(day) is not null;
    }

    public OfficeHours HoursOf(string areaCode)
    {
        for (string? code = areaCode; code is not null && _areaHours.Count > 0; code = AreaCode.ParentOf(code))
        {
            if (_areaHours.TryGetValue(code, out var hours))
            {
                return hours;
            }
        }

        return _hours;
    }

    private string VersionOf(string hours, Dictionary<string, string> areaHours, List<KeyValuePair<SettingKey, string>> days)
    {
        var text = string.Join('\n',
        [
            hours,
            .. areaHours.OrderBy(a => a.Key, StringComparer.Ordinal).Select(a => $"{a.Key} {a.Value}"),
            .. _holidays.Dates.Order().Select(d => $"{d:yyyyMMdd}"),
            .. days.Select(d => $"{d.Key.Code} {d.Key.Area} {DayOff.TryParse(d.Value) is null}").Order(StringComparer.Ordinal),
        ]);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 4));
    }
}
