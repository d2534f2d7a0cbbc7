using System.Collections.Frozen;
using SlrtBot.Core.Phrases;

namespace SlrtBot.Bot.Engine;

/// <summary>
/// One wording for what people type in many: shorthand written out ("gk", "sdh", "dgn"), and without the courtesies around
/// it ("cek dong pak"). What is denied stays denied.
/// </summary>
public sealed class PlainWording(PhraseBook book)
{
    private const string Ending = "nya";
    private const int ShortestWithEnding = 7;
    private readonly FrozenSet<string> _courtesies = Words.Forms(book, "answer.courtesies").ToFrozenSet();

    private readonly FrozenDictionary<string, string> _meanings = Words.Forms(book, "answer.shorthand")
        .Select(entry => entry.Split(' ')).SelectMany(entry => entry[1..].Select(form => (form, Meaning: entry[0])))
        .DistinctBy(f => f.form).ToFrozenDictionary(f => f.form, f => f.Meaning);

    /// <param name="folded">A whole message or a form, folded.</param>
    public string WrittenOut(string folded) => string.Join(' ', Split(folded));

    /// <summary>Empty where there is nothing but courtesies.</summary>
    /// <param name="folded">A whole message or a form, folded.</param>
    public string WithoutCourtesies(string folded) => string.Join(' ', Split(folded).Where(word => !_courtesies.Contains(word)));

    private IEnumerable<string> Split(string folded) =>
        folded.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(WithoutEnding).Select(word => _meanings.GetValueOrDefault(word, word));

    /// <summary>"kantornya" is kantor.</summary>
    private static string WithoutEnding(string word) =>
        word.Length >= ShortestWithEnding && word.EndsWith(Ending, StringComparison.Ordinal) ? word[..^Ending.Length] : word;
}
