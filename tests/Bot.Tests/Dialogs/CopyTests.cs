using System.Text.RegularExpressions;
using SlrtBot.Bot.Protocol;
using SlrtBot.Core.Language;
using SlrtBot.Core.Phrases;
using Xunit;

namespace SlrtBot.Bot.Tests.Dialogs;

/// <summary>Rules for what the bot says: alike in every language, short, plain, and one question at a time.</summary>
public sealed partial class CopyTests
{
    private const int Typical = 310;
    private const int ButtonLength = 24;

    /// <summary>Officialese that people do not use about themselves (docs/glossary.md); NIK and KK are printed on their cards.</summary>
    private static readonly string[] Banned =
    [
        "DTKS", "DTSEN", "desil", "verifikasi", "validasi", "kewenangan", "disposisi", "KPM", "PPKS", "eskalasi", "tiket", "input",
        "mohon maaf atas", "Anda berhak", "verification", "validation", "ticket", "eligible", "beneficiary",
    ];

    private readonly PhraseBook _book = PhraseBook.Load(typeof(PhraseBook).Assembly, typeof(BotServices).Assembly);
    private readonly PhraseBook _bot = PhraseBook.Load(typeof(BotServices).Assembly);

    private IEnumerable<(string Language, string Key, string Text)> Said =>
        from language in _bot.Languages
        from key in _bot.Keys(language)
        where key.Split('.')[0] is not ("words" or "also" or "answer")
        select (language, key, Raw(language, key));

    [Fact]
    public void Both_languages_have_the_same_keys_with_the_same_placeholders()
    {
        // Arrange
        var indonesian = _bot.Keys("id").Order().ToList();

        // Act, Assert
        Assert.Equal(indonesian, _bot.Keys("en").Order());
        Assert.All(indonesian, key => Assert.Equal(_bot.Placeholders("id", key).Order(), _bot.Placeholders("en", key).Order()));
    }

    [Fact]
    public void Every_message_fits_on_a_small_phone()
    {
        // Act, Assert
        Assert.All(Said, said => Assert.True(said.Text.Length <= Typical, $"{said.Language} {said.Key}: {said.Text.Length}"));
    }

    [Fact]
    public void Every_label_fits_on_a_button_of_the_smallest_channel()
    {
        // Act, Assert
        Assert.All(
            Said.Where(s => s.Key.StartsWith("choice.", StringComparison.Ordinal)),
            said => Assert.True(said.Text.Length <= ButtonLength, $"{said.Language} {said.Key}: {said.Text.Length}"));
    }

    [Fact]
    public void No_message_asks_two_questions()
    {
        // Act, Assert
        Assert.All(Said, said => Assert.True(said.Text.Count(c => c == '?') <= 1, $"{said.Language} {said.Key}"));
    }

    [Fact]
    public void No_word_of_the_office_is_used()
    {
        // Act, Assert: but to whoever asks what such a word means.
        Assert.All(Said.Where(s => !s.Key.StartsWith("explain.word.", StringComparison.Ordinal)), said => Assert.DoesNotContain(Banned, word =>
            Regex.IsMatch(said.Text, $@"\b{word}\b", RegexOptions.IgnoreCase)));
    }

    [Fact]
    public void Residents_are_addressed_politely()
    {
        // Act, Assert
        Assert.All(Said.Where(s => s.Language == "id"), said => Assert.DoesNotMatch(Familiar(), said.Text));
    }

    [Fact]
    public void Every_question_has_an_example_or_help_for_those_who_did_not_understand()
    {
        // Arrange: questions put in between return to the question at hand; the receipt asks nothing.
        string[] without = ["ask.language", "ask.cancel", "ask.restart", "ask.menu.under_way", "ask.receipt", "ask.national_id.of_other", "ask.national_id.of_guardian"];
        var questions = _bot.Keys("id").Where(k => k.StartsWith("ask.", StringComparison.Ordinal)
            && !k.EndsWith(".example", StringComparison.Ordinal) && !k.EndsWith(".help", StringComparison.Ordinal)).Except(without);

        // Act, Assert
        Assert.All(questions, key => Assert.True(
            _bot.Has("id", $"{key}.example") || _bot.Has("id", $"{key}.help") || key.StartsWith("ask.story.", StringComparison.Ordinal), key));
    }

    [Fact]
    public void Every_word_that_is_understood_leads_to_one_thing_only()
    {
        // Arrange: within one language, since "no" is Indonesian for number.
        var forms = from key in _bot.Keys("id")
                    where key.StartsWith("words.", StringComparison.Ordinal)
                        && !key.StartsWith("words.number", StringComparison.Ordinal) && key != "words.denial"
                    from form in _bot.Get("id", key).Split('|')
                    select TextFolding.Fold(form);

        // Act, Assert
        Assert.Empty(forms.GroupBy(f => f).Where(g => g.Count() > 1).Select(g => g.Key));
    }

    [Fact]
    public void Every_phrase_that_answers_are_compared_with_has_no_blanks()
    {
        // Arrange: an option is known by its label, by its key as a phrase, and by its synonyms; "Ubah {line}" labels options of other keys.
        string[] options = ["choice.", "also."];
        var compared = _book.Languages.SelectMany(_book.Keys).Distinct()
            .Where(key => key != "choice.change" && Array.Exists([.. options, "words.", "answer."], prefix => key.StartsWith(prefix, StringComparison.Ordinal)))
            .SelectMany(key => new[] { key }.Concat(options.Where(prefix => key.StartsWith(prefix, StringComparison.Ordinal)).Select(prefix => key[prefix.Length..])));

        // Act, Assert
        Assert.Empty(
            from key in compared.Distinct()
            from language in _book.Languages
            where _book.Has(language, key) && _book.Placeholders(language, key).Count > 0
            select $"{language} {key}");
    }

    [Fact]
    public void Nothing_is_doubled()
    {
        // Arrange: a label with brackets of its own has no room for a name in brackets.
        var doubled = new[] { "((", "))", ") (", "  ", "..", ",,", " ,", " .", "««", "»»", "{}" };

        // Act, Assert
        Assert.Empty(from said in Said from mark in doubled where said.Text.Contains(mark, StringComparison.Ordinal) select $"{said.Language} {said.Key}: '{mark}'");
    }

    [Fact]
    public void Where_a_channel_sends_the_first_sentence_alone_it_says_something()
    {
        // Arrange: these come after a question with a keyboard of its own, which has to go away.
        string[] after = ["ask.village.district", "ask.village.pick", "ask.village.near", "ask.photos", "ask.story.more"];
        var texts = from language in _bot.Languages from key in after where _bot.Has(language, key) select Raw(language, key);

        // Act
        var first = texts.Select(text => text[TextSplitter.Split(text, 3500, firstPartAlone: true)[0]]);

        // Assert
        Assert.All(first, text => Assert.DoesNotMatch(StepAlone(), text));
    }

    [Fact]
    public void Dates_are_written_with_the_weekday()
    {
        // Act
        var receipt = _book.Get("id", "ask.receipt", ("reference", "SLRT-7K3M-9QXA-5"), ("date", new DateOnly(2026, 11, 24)));

        // Assert
        Assert.Contains("Selasa, 24 November 2026", receipt, StringComparison.Ordinal);
    }

    /// <summary>The phrase with its placeholders as they are.</summary>
    private string Raw(string language, string key) =>
        _book.Get(language, key, [.. _bot.Placeholders(language, key).Select(name => (name, (object?)$"{{{name}}}"))]);

    [GeneratedRegex(@"^\S+ \d \S+ \d\.$")]
    private static partial Regex StepAlone();

    [GeneratedRegex(@"\b(kamu|kau|lu|elo)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Familiar();
}
