using System.Collections.Frozen;
using System.Reflection;
using SlrtBot.Core.Kernel;

namespace SlrtBot.Core.Phrases;

/// <summary>
/// All that people read, by key and language: the catalogues <c>Phrases/phrases.{language}.json</c> embedded in the
/// given assemblies, merged. Indonesian is the language that must be complete; the others fall back to it.
/// </summary>
public sealed class PhraseBook
{
    public const string Fallback = "id";

    private readonly FrozenDictionary<string, FrozenDictionary<string, PhraseTemplate>> _catalogues;
    private readonly bool _strict;
    private readonly SettledPhrases? _settled;

    private PhraseBook(FrozenDictionary<string, FrozenDictionary<string, PhraseTemplate>> catalogues, bool strict, SettledPhrases? settled = null)
    {
        _catalogues = catalogues;
        _strict = strict;
        _settled = settled;
    }

    public IReadOnlyCollection<string> Languages => _catalogues.Keys;

    /// <summary>A strict book: a missing key or value throws.</summary>
    /// <exception cref="InvalidDataException">A catalogue is not a flat JSON object of texts, or a key occurs twice.</exception>
    public static PhraseBook Load(params Assembly[] assemblies) => new(PhraseCatalogues.Read(assemblies), strict: true);

    /// <summary>For Production: a missing phrase shows its key rather than failing a resident's turn.</summary>
    public PhraseBook Lenient() => new(_catalogues, strict: false, _settled);

    /// <summary>The same book in these languages alone; a chat in another one is answered in Indonesian.</summary>
    public PhraseBook Speaking(IReadOnlyCollection<string> languages) =>
        new(_catalogues.Where(c => languages.Contains(c.Key)).ToFrozenDictionary(StringComparer.Ordinal), _strict, _settled);

    /// <summary>The same book, in which the words of offices go before those of the catalogues, at once.</summary>
    public PhraseBook Settled(SettledValues values) => new(_catalogues, _strict, new SettledPhrases(values));

    public IReadOnlyCollection<string> Keys(string language) =>
        _catalogues.TryGetValue(language, out var catalogue) ? catalogue.Keys : [];

    /// <summary>Whether the language itself, without falling back, has the key.</summary>
    public bool Has(string language, string key) =>
        _catalogues.TryGetValue(language, out var catalogue) && catalogue.ContainsKey(key);

    /// <summary>The names between braces in a phrase, for tests that compare languages.</summary>
    public IReadOnlyCollection<string> Placeholders(string language, string key) => Find(language, key)?.Placeholders ?? [];

    /// <param name="values">Texts as they are; dates and numbers are written the language's way.</param>
    /// <exception cref="KeyNotFoundException">Strict book: no such key, or a placeholder without a value.</exception>
    public string Get(string language, string key, params (string Name, object? Value)[] values)
    {
        if (Find(language, key) is { } template)
        {
            return template.Fill(this, language, key, values, _strict);
        }

        return _strict
            ? throw new KeyNotFoundException($"No phrase '{key}' in the catalogue '{language}' nor in '{Fallback}'. Add it to Phrases/phrases.{Fallback}.json.")
            : key;
    }

    /// <summary>As the catalogues have it, whatever an office has worded itself.</summary>
    public string Usual(string language, string key) => _settled is null ? Get(language, key) : new PhraseBook(_catalogues, _strict).Get(language, key);

    /// <summary>"Selasa, 24 November 2026".</summary>
    public string Date(string language, DateOnly day) => Get(language, "date.long",
        ("weekday", Get(language, $"date.weekday.{(int)day.DayOfWeek}")),
        ("day", Digits(day.Day)),
        ("month", Get(language, $"date.month.{day.Month}")),
        ("year", Digits(day.Year)));

    /// <summary>"Selasa, 24 November 2026 pukul 14.05 WIB": the zone's wall clock, 24 hours.</summary>
    public string DateTime(string language, DateTime utc, TimeZoneInfo zone) => Get(language, "date.with_time",
        ("date", Date(language, LocalDay.Of(utc, zone))), ("time", Time(language, utc, zone)));

    /// <summary>"14.05 WIB".</summary>
    public string Time(string language, DateTime utc, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTimeFromUtc(utc, zone);
        var offset = zone.GetUtcOffset(System.DateTime.SpecifyKind(utc, DateTimeKind.Utc));
        var zoneKey = $"date.zone.{(int)offset.TotalMinutes}";
        var name = Find(language, zoneKey) is null ? Get(language, "date.zone.other", ("hours", Digits(offset.Hours))) : Get(language, zoneKey);
        return Get(language, "date.time", ("hour", $"{local:HH}"), ("minute", $"{local:mm}"), ("zone", name));
    }

    /// <summary>"1.234.567".</summary>
    public string Number(string language, long value) => PhraseNumbers.Write(value, Get(language, "number.group"));

    /// <summary>"Rp1.200.000"; whole rupiah.</summary>
    public string Rupiah(string language, long rupiah) => Get(language, "number.rupiah", ("amount", Number(language, rupiah)));

    private static string Digits(int value) => value.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private PhraseTemplate? Find(string language, string key) => _settled?.Find(language, key)
        ?? ((_catalogues.TryGetValue(language, out var catalogue) && catalogue.TryGetValue(key, out var found))
        || (_catalogues.TryGetValue(Fallback, out catalogue) && catalogue.TryGetValue(key, out found))
            ? found
            : null);
}
