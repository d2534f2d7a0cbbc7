using SlrtBot.Bot.Engine;
using SlrtBot.Core.Phrases;

namespace SlrtBot.Bot.Dialogs.Complaints.Asides;

/// <summary>
/// Questions about the questions, and the words of the office that people are asked with, each answered in a sentence: <c>explain.{topic}</c>
/// to whoever says the words of <c>answer.explain.{topic}</c>, in any order; "why" is answered for the step at hand.
/// </summary>
public sealed class Explanations
{
    private const string Prefix = "answer.explain.";
    private const string Why = "why";
    private const int MostWords = 10;

    /// <summary>Of a question that may as well tell of a trouble.</summary>
    private const int FewestOfTrouble = 3;
    private readonly SpokenForms _forms;
    private readonly PhraseForms _asks;
    private readonly PhraseForms _askingEnds;
    private readonly (string Topic, PhraseForms Forms)[] _topics;

    public Explanations(PhraseBook book, SpokenForms forms)
    {
        _forms = forms;
        _asks = forms.Of("answer.asks");
        _askingEnds = forms.Of("answer.asks_at_end");
        _topics = [.. book.Keys(PhraseBook.Fallback).Where(key => key.StartsWith(Prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal)
            .Select(key => (key[Prefix.Length..], forms.Of(key)))];
    }

    /// <param name="step">What is asked at present.</param>
    /// <param name="namesTrouble">The words tell of something to be helped with.</param>
    /// <returns>Null where nothing is asked that has an answer here.</returns>
    public string? Answer(Turn turn, string step, string text, bool namesTrouble)
    {
        var said = _forms.Hear(text);
        if (said.Count is 0 or > MostWords || !IsQuestion(said))
        {
            return null;
        }

        // The most words say best which question it is: "buat apa nomor hp" is more than "buat apa".
        var key = _topics.Select(t => (t.Topic, Words: t.Forms.MostAmong(said))).Where(t => t.Words >= (namesTrouble ? FewestOfTrouble : 1)).OrderByDescending(t => t.Words)
            .Select(t => t.Topic == Why ? $"explain.{Why}.{step}" : $"explain.{t.Topic}").FirstOrDefault();
        return key is not null && turn.Has(key) ? turn.Phrase(key) : null;
    }

    public bool IsQuestion(Utterance said) => said.Asks || _asks.AreIn(said) || EndsAsking(said);

    /// <summary>"ada biayanya ga pak".</summary>
    private bool EndsAsking(Utterance said)
    {
        var last = said.Count - 1;
        while (last > 0 && _forms.Wording.WithoutCourtesies(said.Folded[last]).Length == 0)
        {
            last--;
        }

        return _askingEnds.LengthAt(said, last) > 0;
    }
}
