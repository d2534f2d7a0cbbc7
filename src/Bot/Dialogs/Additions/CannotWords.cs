using System.Collections.Frozen;
using SlrtBot.Bot.Engine;
using SlrtBot.Core.Language;
using SlrtBot.Core.Phrases;

namespace SlrtBot.Bot.Dialogs.Additions;

/// <summary>The ways in which people say that a day does not suit: "ga bisa hari itu", "punten teu tiasa, nuju damel". Read once per program.</summary>
public sealed class CannotWords
{
    /// <summary>More of them tell something of their own.</summary>
    private const int Most = 20;

    private readonly PlainWording _wording;
    private readonly string[] _forms;
    private readonly FrozenSet<string> _about;

    public CannotWords(PhraseBook book)
    {
        _wording = new PlainWording(book);
        _forms = [.. Words.Forms(book, "answer.visit.cannot").Select(_wording.WrittenOut).Distinct().OrderByDescending(form => form.Length)];
        _about = Words.Forms(book, "answer.visit.about").SelectMany(f => _wording.WrittenOut(f).Split(' ')).ToFrozenSet();
    }

    /// <summary>By itself, or with a day or what keeps them: "ga bisa makan" tells of something else.</summary>
    public bool Hears(string text)
    {
        var plain = $" {_wording.WithoutCourtesies(TextFolding.Fold(text))} ";
        var words = plain.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length > Most || Array.Find(_forms, form => plain.Contains($" {form} ", StringComparison.Ordinal)) is not { } said)
        {
            return false;
        }

        var rest = plain.Replace($" {said} ", " ", StringComparison.Ordinal).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return rest.Length == 0 || rest.Any(_about.Contains);
    }
}
