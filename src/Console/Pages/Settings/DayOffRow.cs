using SlrtBot.Core.Areas;
using SlrtBot.Core.Kernel;

namespace SlrtBot.Console.Pages.Settings;

/// <summary>A day on which offices are closed, or were by the table and work all the same.</summary>
/// <param name="Key">What is settled about it, or would be.</param>
/// <param name="IsTable">It stands in the table that comes with the program.</param>
/// <param name="IsWorked">Settled: offices work on it.</param>
public sealed record DayOffRow(DateOnly Date, SettingKey Key, string Name, DayOffKind Kind, bool IsTable, bool IsSettled, bool IsWorked)
{
    public Guid LastDecision { get; init; }

    public bool MayChange { get; init; }

    /// <returns>The days of a year, by date: those of the table with what was settled about them, and those that were settled beside it.</returns>
    public static IEnumerable<DayOffRow> Of(int year, Holidays holidays, SettledValues settled)
    {
        var own = settled.Now.Select(s => (s.Key, s.Value, Day: CalendarSettings.DayOf(s.Key.Code))).Where(s => s.Day?.Year == year).ToLookup(s => s.Key.Area.Length == 0 && holidays.On(s.Day!.Value) is not null);
        var ofTable = own[true].ToDictionary(o => o.Day!.Value, o => o.Value);
        var table = holidays.In(year).Select(day => new DayOffRow(
            day.Date, new(CalendarSettings.Of(day.Date)), day.Name, day.Kind == HolidayKind.JointLeave ? DayOffKind.JointLeave : DayOffKind.National,
            true, ofTable.ContainsKey(day.Date), ofTable.GetValueOrDefault(day.Date) == DayOff.Worked));
        var beside = own[false].Select(o => DayOff.TryParse(o.Value) is { } day
            ? new DayOffRow(o.Day!.Value, o.Key, day.Name, day.Kind, false, true, false)
            : new DayOffRow(o.Day!.Value, o.Key, "", DayOffKind.Local, false, true, true));
        return table.Concat(beside).OrderBy(row => row.Date).ThenBy(row => row.Key.Area, StringComparer.Ordinal);
    }
}
