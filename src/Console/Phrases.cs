using SlrtBot.Core.Kernel;
using SlrtBot.Console.Security;

namespace SlrtBot.Console;

/// <summary>
/// The words of one request: the catalogue in the reader's language, chosen by the cookie that the language switch
/// sets, Indonesian otherwise.
/// </summary>
public sealed class Phrases(PhraseBook book, IHttpContextAccessor accessor, CookieNames cookies)
{
    public static readonly IReadOnlyList<string> Offered = ["id", "en"];

    public string Language { get; } =
        accessor.HttpContext?.Request.Cookies[cookies.Language] is { } chosen && Offered.Contains(chosen) ? chosen : PhraseBook.Fallback;

    public string this[string key] => book.Get(Language, key);

    public string Get(string key, params (string Name, object? Value)[] values) => book.Get(Language, key, values);

    public bool Has(string key) => book.Has(Language, key) || book.Has(PhraseBook.Fallback, key);

    public string Date(DateOnly day) => book.Date(Language, day);

    public string Moment(DateTime utc, TimeZoneInfo zone) => book.DateTime(Language, utc, zone);

    public string Clock(DateTime utc, TimeZoneInfo zone) => book.Time(Language, utc, zone);

    public string Number(long value) => book.Number(Language, value);
}
