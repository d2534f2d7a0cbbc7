using System.Globalization;
using CsvHelper;

namespace SlrtBot.Core.Areas;

public enum HolidayKind
{
    National,

    /// <summary>Cuti bersama: a day that government offices take off together with a holiday.</summary>
    JointLeave,
}

/// <param name="Checked">Compared with the joint decree of the three ministers for that year.</param>
public sealed record Holiday(DateOnly Date, string Name, HolidayKind Kind, bool Checked);

/// <summary>
/// National holidays and joint leave, as the joint decree of three ministers (SKB 3 Menteri) sets them each year.
/// The table in <c>holidays.csv</c> is written ahead of that; rows not yet compared with the decree say so.
/// </summary>
public sealed class Holidays
{
    private readonly Dictionary<DateOnly, Holiday> _byDate;

    public Holidays(IEnumerable<Holiday> days) => _byDate = days.ToDictionary(d => d.Date);

    public static Holidays BuiltIn { get; } = ReadBuiltIn();

    public IEnumerable<DateOnly> Dates => _byDate.Keys;

    public Holiday? On(DateOnly day) => _byDate.GetValueOrDefault(day);

    public IEnumerable<Holiday> In(int year) => _byDate.Values.Where(d => d.Date.Year == year).OrderBy(d => d.Date);

    /// <summary>Whether promise dates of that year rest on a table that somebody compared with the decree.</summary>
    public bool IsChecked(int year) => In(year).Any() && In(year).All(d => d.Checked);

    private static Holidays ReadBuiltIn()
    {
        using var table = typeof(Holidays).Assembly.GetManifestResourceStream("SlrtBot.Core.Areas.holidays.csv")
            ?? throw new InvalidOperationException("The holiday table is missing from the program.");
        return Read(new StreamReader(table));
    }

    /// <param name="table">CSV with the columns date (yyyy-MM-dd), name, kind (national, joint_leave), checked (yes, no,
    /// forecast: written before there was a decree for that year).</param>
    public static Holidays Read(TextReader table)
    {
        using var csv = CsvReader.Create(table, new CsvReaderOptions { Separator = ',' });
        var days = new List<Holiday>();
        while (csv.Read())
        {
            days.Add(new Holiday(
                DateOnly.ParseExact(csv.GetString("date"), "yyyy-MM-dd", CultureInfo.InvariantCulture),
                csv.GetString("name"),
                csv.GetString("kind") == "joint_leave" ? HolidayKind.JointLeave : HolidayKind.National,
                csv.GetString("checked") == "yes"));
        }

        return new Holidays(days);
    }
}
