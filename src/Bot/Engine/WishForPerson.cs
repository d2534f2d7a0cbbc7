using System.Collections.Frozen;
using SlrtBot.Core.Phrases;

namespace SlrtBot.Bot.Engine;

/// <summary>
/// "bisa disambungin ke petugas ga ya": said in more ways than a list holds. Nothing is in it but a person, or a machine that
/// is refused, and the words with which one asks for somebody.
/// </summary>
public sealed class WishForPerson(PhraseBook book)
{
    private const int FewestWords = 2;
    private readonly PlainWording _wording = new(book);
    private readonly FrozenSet<string> _persons = Words.Forms(book, "answer.person").ToFrozenSet();
    private readonly FrozenSet<string> _machines = Words.Forms(book, "answer.person.machine").ToFrozenSet();
    private readonly FrozenSet<string> _refusals = Words.Forms(book, "answer.person.refused").ToFrozenSet();
    private readonly FrozenSet<string> _wishes = Words.Forms(book, "answer.person.wish").ToFrozenSet();

    /// <param name="folded">A whole message, folded.</param>
    public bool Says(string folded)
    {
        // "ada orangnya ga": the denial at the end only asks.
        var words = _wording.WithoutCourtesies(folded).Split(' ');
        var refuses = words[..^1].Any(_refusals.Contains);
        return words.Length >= FewestWords
            && words.All(w => _persons.Contains(w) || _machines.Contains(w) || _refusals.Contains(w) || _wishes.Contains(w))
            && (words.Any(_machines.Contains) ? refuses : words.Any(_persons.Contains) && !refuses);
    }
}
