using System.Text;
using SlrtBot.Core.Phrases;
using Xunit;

namespace SlrtBot.Core.Tests.Phrases;

public sealed class PhraseBookTests
{
    private static readonly TimeZoneInfo Bandung = TimeZoneInfo.FindSystemTimeZoneById("Asia/Jakarta");
    private readonly PhraseBook _book = PhraseBook.Load(typeof(PhraseBook).Assembly);

    [Fact]
    public void Both_languages_are_embedded()
    {
        // Act, Assert
        Assert.Superset(new HashSet<string> { "id", "en" }, _book.Languages.ToHashSet());
        Assert.Equal("Diterima", _book.Get("id", "status.received"));
        Assert.Equal("Received", _book.Get("en", "status.received"));
    }

    [Fact]
    public void Dates_and_numbers_are_written_the_way_people_read_them()
    {
        // Arrange
        var at = new DateTime(2026, 11, 24, 7, 5, 0, DateTimeKind.Utc);

        // Act, Assert
        Assert.Equal("Selasa, 24 November 2026", _book.Date("id", new DateOnly(2026, 11, 24)));
        Assert.Equal("Tuesday, 24 November 2026", _book.Date("en", new DateOnly(2026, 11, 24)));
        Assert.Equal("Selasa, 24 November 2026 pukul 14.05 WIB", _book.DateTime("id", at, Bandung));
        Assert.Equal("Rabu, 25 November 2026 pukul 00.05 WIT", _book.DateTime("id", at.AddHours(8), TimeZoneInfo.FindSystemTimeZoneById("Asia/Jayapura")));
        Assert.Equal("Tuesday, 24 November 2026 at 14:05 WIB", _book.DateTime("en", at, Bandung));
        Assert.Equal("1.234.567", _book.Number("id", 1234567));
        Assert.Equal("-1,234", _book.Number("en", -1234));
        Assert.Equal("-123", _book.Number("id", -123));
        Assert.Equal("Rp1.200.000", _book.Rupiah("id", 1_200_000));
    }

    [Fact]
    public void Placeholders_take_values_as_the_language_writes_them()
    {
        // Act, Assert
        Assert.Equal("NIK harus 16 angka. Kurang 3 angka lagi.", _book.Get("id", "refusal.nik_too_short", ("count", 3)));
    }

    [Fact]
    public void A_language_without_a_catalogue_reads_indonesian()
    {
        // Act, Assert
        Assert.Equal("Diterima", _book.Get("xx", "status.received"));
        Assert.False(_book.Has("xx", "status.received"));
        Assert.Empty(_book.Keys("xx"));
    }

    [Fact]
    public void A_missing_phrase_or_value_throws_in_development_and_shows_the_key_in_production()
    {
        // Act
        var noKey = Record.Exception(() => _book.Get("id", "status.nowhere"));
        var noValue = Record.Exception(() => _book.Get("id", "refusal.nik_too_short"));

        // Assert
        Assert.Contains("status.nowhere", Assert.IsType<KeyNotFoundException>(noKey).Message);
        Assert.Contains("{count}", Assert.IsType<KeyNotFoundException>(noValue).Message);
        Assert.Equal("status.nowhere", _book.Lenient().Get("id", "status.nowhere"));
        Assert.Equal("NIK harus 16 angka. Kurang  angka lagi.", _book.Lenient().Get("id", "refusal.nik_too_short"));
    }

    [Theory]
    [InlineData("{\"a\":{\"b\":\"nested\"}}", "not a text")]
    [InlineData("[]", "not a JSON object")]
    [InlineData("{\"a\":", "not readable JSON")]
    [InlineData("{\"a\":\"x\",\"a\":\"y\"}", "again in")]
    [InlineData("{\"a\":\"{open\"}", "placeholder")]
    [InlineData("{\"a\":\"closed}\"}", "brace")]
    public void A_catalogue_with_a_mistake_is_refused_with_its_name(string json, string why)
    {
        // Act
        var refused = Record.Exception(() => PhraseCatalogues.Merge([("X.Phrases.phrases.id.json", Encoding.UTF8.GetBytes(json))]));

        // Assert
        Assert.Contains(why, Assert.IsType<InvalidDataException>(refused).Message);
        Assert.Contains("X.Phrases.phrases.id.json", refused.Message);
    }

    [Fact]
    public void The_same_key_in_two_projects_is_refused_with_both_names()
    {
        // Arrange
        var json = Encoding.UTF8.GetBytes("{\"a.b\":\"x\"}");

        // Act
        var refused = Record.Exception(() => PhraseCatalogues.Merge([("Bot.phrases.id.json", json), ("Console.phrases.id.json", json)]));

        // Assert
        Assert.Contains("Bot.phrases.id.json", Assert.IsType<InvalidDataException>(refused).Message);
        Assert.Contains("Console.phrases.id.json", refused.Message);
    }

    [Fact]
    public void Doubled_braces_are_braces()
    {
        // Arrange
        var book = PhraseCatalogues.Merge([("X.phrases.id.json", Encoding.UTF8.GetBytes("{\"a\":\"{{x}} {y}\"}"))]);

        // Act, Assert
        Assert.Equal("{x} 1", book["id"]["a"].Fill(_book, "id", "a", [("y", "1")], strict: true));
    }
}
