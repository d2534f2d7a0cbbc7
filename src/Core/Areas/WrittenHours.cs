using System.Globalization;
using System.Text.RegularExpressions;

namespace SlrtBot.Core.Areas;

/// <summary>
/// Hours as people in offices write them: days of the week in Indonesian or English, short or whole, times with a dot or a colon,
/// <c>Senin-Kamis 08.00-15.00; Jumat 08.00-14.30</c>.
/// </summary>
public static partial class WrittenHours
{
    private static readonly string[] English = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
    private static readonly string[] Indonesian = ["Minggu", "Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu"];
    private static readonly Dictionary<string, int> Days = Enumerable.Range(0, English.Length)
        .SelectMany(day => new[] { English[day], CultureInfo.InvariantCulture.DateTimeFormat.DayNames[day], Indonesian[day], Indonesian[day][..3], day == 0 ? "ahad" : $"hari {Indonesian[day]}" }
            .Select(name => (name, day)))
        .DistinctBy(d => d.name, StringComparer.OrdinalIgnoreCase).ToDictionary(d => d.name, d => d.day, StringComparer.OrdinalIgnoreCase);

    /// <returns>As <see cref="OfficeHours.Parse"/> reads it; null for what names no hours.</returns>
    public static string? Read(string text)
    {
        var told = Words().Replace(text.Replace("Jum'at", "Jumat", StringComparison.OrdinalIgnoreCase), m => Days.TryGetValue(m.Value, out var day) ? English[day] : m.Value);
        var parts = Times(told).Split([';', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var hours = string.Join("; ", parts.Select(part => Beside().Replace(part, "-")));
        return OfficeHours.TryParse(hours) is null ? null : hours;
    }

    /// <returns>A span over midnight too, as <see cref="Hours.TryParse"/> reads it.</returns>
    public static string? ReadSpan(string text) => Beside().Replace(Times(text.Trim()), "-") is var span && Hours.TryParse(span) is not null ? span : null;

    /// <summary>As it is read in the language of the reader.</summary>
    public static string Show(string hours, string language) => language == "en" ? hours
        : Words().Replace(hours, m => Array.IndexOf(English, m.Value) is >= 0 and var day ? Indonesian[day] : m.Value).Replace(':', '.');

    private static string Times(string text) => Time().Replace(text, m => $"{m.Groups[1].Value.PadLeft(2, '0')}:{m.Groups[2].Value}");

    [GeneratedRegex("[A-Za-z]+")]
    private static partial Regex Words();

    [GeneratedRegex(@"\b([0-2]?\d)[.:]([0-5]\d)\b")]
    private static partial Regex Time();

    /// <summary>A span in any of its writings.</summary>
    [GeneratedRegex(@"\s*(?:[-–—]|\bs/d\b|\bsampai\b|\bto\b)\s*")]
    private static partial Regex Beside();
}
