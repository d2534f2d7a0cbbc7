using System.Text.Json;
using System.Text.RegularExpressions;
using SlrtBot.Bot.Dialogs.FieldForms;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Phrases;
using Xunit;

namespace SlrtBot.Bot.Tests.Dialogs;

/// <summary>The catalogues of the languages: whole, but for what is declared.</summary>
public sealed partial class LanguageCatalogueTests
{
    /// <summary>The web chat's pages speak Indonesian and English.</summary>
    private const string Pages = "WebChat.webchat.phrases";

    /// <summary>Written down for the officers, always in Indonesian; or said to officers alone.</summary>
    private static readonly string[] ForOfficers =
        ["correction.files", "emergency.place", "emergency.uncalled", "form.not_linked", "staff_link.done", "staff_link.too_many_tries", "story.beside", "story.forwarded", "story.spoken", "story.uncalled"];

    /// <summary>The lines of the form are called as they are printed on it.</summary>
    private static readonly IEnumerable<string> FormLines = Enum.GetValues<FormLine>().Select(line => $"form.{Codes.Of(line)}");

    /// <summary>Of what the core says, the part that reaches a chat; the rest is read at a desk.</summary>
    private static readonly string[] ReachesChats =
    [
        "card", "category", "choice.", "complaint_kind.", "date.", "draft.", "handover.", "notice.", "number.", "reason.", "refusal.nik_",
        "refusal.reference_invalid", "rights.", "role.", "status.", "told.", "turn.", "warning.nik_",
    ];

    private readonly PhraseBook _bot = PhraseBook.Load(typeof(BotServices).Assembly);
    private readonly PhraseBook _core = PhraseBook.Load(typeof(PhraseBook).Assembly);

    [Theory]
    [InlineData("su")]
    [InlineData("jv")]
    public void What_a_chat_reads_has_the_same_placeholders_as_the_Indonesian(string language)
    {
        // Act, Assert
        foreach (var book in (PhraseBook[])[_bot, _core])
        {
            Assert.NotEmpty(book.Keys(language));
            Assert.Empty(book.Keys(language).Except(book.Keys("id")));
            Assert.All(book.Keys(language), key => Assert.Equal(book.Placeholders("id", key).Order(), book.Placeholders(language, key).Order()));
        }
    }

    [Theory]
    [InlineData("su")]
    [InlineData("jv")]
    public void Whatever_a_resident_meets_in_a_chat_is_there_but_for_what_is_declared(string language)
    {
        // Arrange
        var met = _bot.Keys("id").Except(KeysOf(Pages)).Where(key => !IsUnderstoodOnly(key));

        // Act
        var missing = met.Except(_bot.Keys(language));

        // Assert
        Assert.Equal(ForOfficers.Concat(FormLines).Order(), missing.Order());
    }

    [Theory]
    [InlineData("su")]
    [InlineData("jv")]
    public void Whatever_the_office_sends_to_a_chat_is_there(string language)
    {
        // Arrange
        var sent = _core.Keys("id").Where(key => ReachesChats.Any(prefix => key.StartsWith(prefix, StringComparison.Ordinal)));

        // Act, Assert
        Assert.Empty(sent.Except(_core.Keys(language)));
    }

    [Theory]
    [InlineData("su")]
    [InlineData("jv")]
    public void No_sentence_is_half_Indonesian(string language)
    {
        // Arrange: what is to be typed stands in «…» and is understood in Indonesian by everybody.
        var said = from book in (PhraseBook[])[_bot, _core]
                   from key in book.Keys(language)
                   where !IsUnderstoodOnly(key)
                   select (Key: key, Text: Typed().Replace(Raw(book, language, key), string.Empty));

        // Act, Assert
        Assert.DoesNotContain(said, s => OnlyIndonesian().IsMatch(s.Text));
    }

    [Fact]
    public void Neither_falls_back_where_the_other_does_not()
    {
        // Act, Assert
        Assert.Equal(_bot.Keys("su").Order(), _bot.Keys("jv").Order());
        Assert.Equal(_core.Keys("su").Order(), _core.Keys("jv").Order());
    }

    private static IEnumerable<string> KeysOf(string catalogue)
    {
        using var file = typeof(BotServices).Assembly.GetManifestResourceStream($"SlrtBot.Bot.{catalogue}.id.json")!;
        return [.. JsonDocument.Parse(file).RootElement.EnumerateObject().Select(entry => entry.Name)];
    }

    private static bool IsUnderstoodOnly(string key) => key.Split('.')[0] is "words" or "also" or "answer";

    private static string Raw(PhraseBook book, string language, string key) =>
        book.Get(language, key, [.. book.Placeholders(language, key).Select(name => (name, (object?)$"{{{name}}}"))]);

    [GeneratedRegex("«[^»]*»")]
    private static partial Regex Typed();

    [GeneratedRegex(@"\b(Anda|sudah|tidak|untuk|dengan|yang|saya|belum|akan|karena|dari|kalau|bisa|jangan|siapa)\b", RegexOptions.IgnoreCase)]
    private static partial Regex OnlyIndonesian();
}
