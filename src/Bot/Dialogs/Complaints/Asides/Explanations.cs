using SlrtBot.Bot.Engine;
using SlrtBot.Core.Language;
using SlrtBot.Core.Phrases;

namespace SlrtBot.Bot.Dialogs.Complaints.Asides;

/// <summary>
/// Questions about the questions, and the words of the office that people are asked with, each answered in a sentence: <c>explain.{topic}</c>
/// to whoever says the words of <c>answer.explain.{topic}</c>, in any order; "why" is answered for the step at hand.
/// </summary>
public sealed class Explanations
{
    private const string Prefix = "answer.explain.";
    private const string Explain = "explain.";
    private const string Why = "why";
    private const string Paid = "explain.paid";
    private const string Menu = "menu";
    private const int MostWords = 10;

    /// <summary>Of a question that may as well tell of a trouble.</summary>
    private const int FewestOfTrouble = 3;
    private const int MostWordsOfWhen = 7;
    private const string Lodged = "lodged";
    private readonly SpokenForms _forms;
    private readonly PhraseForms _bareWhen;
    private readonly PhraseForms _when;
    private readonly PhraseForms _long;
    private readonly PhraseForms _otherWhen;
    private readonly PhraseForms _asks;
    private readonly PhraseForms _askingEnds;
    private readonly (string Topic, PhraseForms Forms)[] _topics;

    public Explanations(PhraseBook book, SpokenForms forms)
    {
        _forms = forms;
        _asks = forms.Of("answer.asks");
        _bareWhen = forms.Of("answer.bare_when");
        (_when, _long, _otherWhen) = (forms.Of("answer.when_answered"), forms.Of("answer.takes_long"), forms.Of("answer.when_answered.unless"));
        _askingEnds = forms.Of("answer.asks_at_end");
        _topics = [.. book.Keys(PhraseBook.Fallback).Where(key => key.StartsWith(Prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal)
            .Select(key => (key[Prefix.Length..], forms.Of(key)))];
    }

    /// <param name="step">What is asked at present.</param>
    /// <param name="namesTrouble">The words tell of something to be helped with.</param>
    /// <returns>Null where nothing is asked that has an answer here.</returns>
    public string? Answer(Turn turn, string step, string text, bool namesTrouble) =>
        KeyOf(step, text, namesTrouble) is { } key && turn.Has(key) && !(key == Paid && IsToldAsATrouble(step)) ? turn.Phrase(key) : null;

    /// <summary>Where a story is told or nothing is asked, "when is it paid" is the matter itself; the programmes answer it.</summary>
    private static bool IsToldAsATrouble(string step) => step is "" or StoryStep.StepName or Menu;

    /// <summary>The same, to whoever has sent a complaint: with its number and its day, where these are the answer.</summary>
    /// <returns>Null where nothing is asked that has such an answer.</returns>
    public string? AnswerAfterSending(Turn turn, string text, bool namesTrouble, string reference, DateOnly promiseOn) =>
        (IsBareWhen(text) || (!namesTrouble && AsksWhen(text)) ? $"{Explain}how_long" : KeyOf("", text, namesTrouble)) is { } key && turn.Has($"{key}.{Lodged}")
            ? turn.Phrase($"{key}.{Lodged}", ("reference", reference), ("date", promiseOn))
            : null;

    /// <summary>"kapan ya pak": of what is clear to whoever has just sent something.</summary>
    private bool IsBareWhen(string text) => _forms.Hear(_forms.Wording.WithoutCourtesies(TextFolding.Fold(text))) is var said && _bareWhen.LengthAt(said, 0) is > 0 and var length && length == said.Count;

    /// <summary>"iraha dibéwarakeunana", "kapan kira2", "suwe ora", "lama ga": of the answer, where no payment and no office is spoken of.</summary>
    private bool AsksWhen(string text) => _forms.Hear(text) is { Count: <= MostWordsOfWhen } said && !_otherWhen.AreIn(said)
        && (_when.AreIn(said) || (_long.AreIn(said) && (said.Asks || EndsAsking(said) || said.Count == 1)));

    private string? KeyOf(string step, string text, bool namesTrouble)
    {
        var said = _forms.Hear(text);
        if (said.Count is 0 or > MostWords || !IsQuestion(said))
        {
            return null;
        }

        // The most words say best which question it is: "buat apa nomor hp" is more than "buat apa".
        return _topics.Select(t => (t.Topic, Words: t.Forms.MostAmong(said))).Where(t => t.Words >= (namesTrouble ? Math.Min(FewestOfTrouble, said.Count) : 1)).OrderByDescending(t => t.Words)
            .Select(t => t.Topic == Why ? $"{Explain}{Why}.{step}" : $"{Explain}{t.Topic}").FirstOrDefault();
    }

    /// <summary>A question that the whole text of the consent does not answer.</summary>
    public bool IsOfItsOwn(string text) => KeyOf("", text, namesTrouble: false) is $"{Explain}years" or $"{Explain}loan" or $"{Explain}traced";

    public bool IsQuestion(Utterance said) => said.Asks || Enumerable.Range(0, said.Count).Any(i => _asks.LengthAt(said, i) > 0 && !IsDoubled(said, i)) || EndsAsking(said);

    /// <summary>"teu gaduh naon naon" asks nothing.</summary>
    private static bool IsDoubled(Utterance said, int index) => (index > 0 && said.Words[index - 1] == said.Words[index]) || (index + 1 < said.Count && said.Words[index + 1] == said.Words[index]);

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
