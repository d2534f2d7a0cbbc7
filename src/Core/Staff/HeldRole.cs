using System.Globalization;
using SlrtBot.Core.Kernel;

namespace SlrtBot.Core.Staff;

/// <summary>
/// A role with its area and days, as the decision log keeps it: <c>supervisor@32.04.37</c>, and of a deputy
/// <c>supervisor@32.04.37(2026-12-01/2026-12-14)</c>.
/// </summary>
public sealed record HeldRole(Role Role, string AreaCode, DateOnly? From = null, DateOnly? To = null)
{
    private const string Day = "yyyy-MM-dd";

    public static HeldRole Of(StaffRole role) => new(role.Role, role.AreaCode, role.ValidFrom, role.ValidTo);

    public static string Write(IEnumerable<StaffRole> roles) => string.Join('+', roles.Select(Of).OrderBy(r => r.Role)
        .ThenBy(r => r.AreaCode, StringComparer.Ordinal).Select(r => r.ToString()));

    /// <returns>What can be read of it: a code that no longer exists is left out.</returns>
    public static IReadOnlyList<HeldRole> Read(string? text) => [.. (text ?? string.Empty).Split('+').Select(One).OfType<HeldRole>()];

    public static string Days(DateOnly from, DateOnly to) => string.Create(CultureInfo.InvariantCulture, $"{from:yyyy-MM-dd}/{to:yyyy-MM-dd}");

    /// <returns>Null where the text is no pair of days.</returns>
    public static (DateOnly From, DateOnly To)? ReadDays(string? text) =>
        text?.Split('/') is [var from, var to] && Parse(from) is { } first && Parse(to) is { } last ? (first, last) : null;

    public override string ToString() => From is { } from && To is { } to
        ? $"{Codes.Of(Role)}@{AreaCode}({Days(from, to)})"
        : $"{Codes.Of(Role)}@{AreaCode}";

    private static HeldRole? One(string text)
    {
        var (code, days) = text.Split('(') is [var before, var inside] ? (before, ReadDays(inside.TrimEnd(')'))) : (text, null);
        return code.Split('@') is [var role, var area] && Codes.TryParse<Role>(role, out var known)
            ? new HeldRole(known, area, days?.From, days?.To)
            : null;
    }

    private static DateOnly? Parse(string text) =>
        DateOnly.TryParseExact(text, Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
