using SlrtBot.Core.Kernel;
using SlrtBot.Core.Phrases;

namespace SlrtBot.Console;

/// <summary>
/// The words of one request: the catalogue in the reader's language, chosen by the cookie that the language switch
/// sets, Indonesian otherwise.
/// </summary>
public sealed class Phrases(PhraseBook book, IHttpContextAccessor accessor, CookieNames cookies, ServiceZone zone)
{
    public static readonly IReadOnlyList<string> Offered = ["id", "en"];

    /// <summary>How long the browser remembers the choice.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(365);

    public string Language { get; } =
        accessor.HttpContext?.Request.Cookies[cookies.Language] is { } chosen && Offered.Contains(chosen) ? chosen : PhraseBook.Fallback;

    public string this[string key] => book.Get(Language, key);

    public string Get(string key, params (string Name, object? Value)[] values) => book.Get(Language, key, values);

    public bool Has(string key) => book.Has(Language, key) || book.Has(PhraseBook.Fallback, key);

    public string Date(DateOnly day) => book.Date(Language, day);

    /// <summary>The service day of an instant.</summary>
    public string Day(DateTime utc) => book.Date(Language, LocalDay.Of(utc, zone.Zone));

    /// <summary>"10 Nov 14.05": for lists; the whole date stands on the page itself.</summary>
    public string Brief(DateTime utc)
    {
        var day = LocalDay.Of(utc, zone.Zone);
        var year = day.Year == zone.Today.Year ? string.Empty : $" {day.Year}";
        return $"{day.Day} {this[$"date.month.{day.Month}"][..3]}{year}, {Clock(utc)}";
    }

    public string Moment(DateTime utc) => book.DateTime(Language, utc, zone.Zone);

    public string Clock(DateTime utc) => book.Time(Language, utc, zone.Zone);

    /// <summary>"1,8 km", "850 m": as exactly as it helps.</summary>
    public string Kilometres(double km) => km < 1
        ? $"{Math.Round(km * 100) * 10:0} m"
        : $"{Number((long)Math.Round(km * 10) / 10)}{(km < 100 ? $"{this["number.decimal"]}{(long)Math.Round(km * 10) % 10}" : "")} km";

    public string Number(long value) => book.Number(Language, value);
}
