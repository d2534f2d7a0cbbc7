using System.Collections.Frozen;
using SlrtBot.Core.Language;
using SlrtBot.Core.Phrases;

namespace SlrtBot.Bot.Engine;

/// <summary>Greetings, thanks and nods, which ask for nothing; and anger, which asks for sympathy.</summary>
public sealed class SmallTalk(PhraseBook book)
{
    private const int LongestThanks = 30;
    private readonly PlainWording _wording = new(book);
    private readonly FrozenSet<string> _greetings = Words.Forms(book, "words.greeting").ToFrozenSet();
    private readonly FrozenSet<string> _thanks = Words.Forms(book, "words.thanks").ToFrozenSet();
    private readonly FrozenSet<string> _nods = Words.Forms(book, "answer.nods").ToFrozenSet();
    private readonly string[] _bereaved = [.. Words.Forms(book, "answer.bereaved").Select(form => $" {form} ")];
    private readonly string[] _recordedDead = [.. Words.Forms(book, "answer.bereaved.unless").Select(form => $" {form} ")];
    private readonly string[] _anger = [.. Words.Forms(book, "answer.anger").Select(form => $" {form} ")];

    /// <summary>"assalamualaikum pak": what is polite around it says nothing more.</summary>
    public bool IsGreeting(string folded) => IsOneOf(_greetings, folded);

    /// <summary>"makasih banyak ya pak": what follows the thanks says nothing more.</summary>
    public bool IsThanks(string folded) =>
        folded.Length <= LongestThanks && _thanks.Any(t => folded == t || folded.StartsWith($"{t} ", StringComparison.Ordinal));

    /// <summary>"iya bu", "ok", a thumb: heard, and nothing is asked.</summary>
    /// <param name="text">As typed.</param>
    public bool IsNod(string text) => TextFolding.Fold(text) is { Length: > 0 } folded
        ? IsOneOf(_nods, folded) || _wording.WithoutCourtesies(folded).Split(' ').All(word => _nods.Contains(word) || _thanks.Contains(word))
        : text.Length > 0;

    /// <param name="text">As typed; anger in it counts wherever it stands.</param>
    public bool IsAngry(string text) => $" {TextFolding.Fold(text)} " is var folded && _anger.Any(form => folded.Contains(form, StringComparison.Ordinal));

    /// <param name="text">As typed: somebody close has died, and is not only recorded as dead.</param>
    public bool IsBereaved(string text) => $" {TextFolding.Fold(text)} " is var folded
        && _bereaved.Any(form => folded.Contains(form, StringComparison.Ordinal)) && !_recordedDead.Any(form => folded.Contains(form, StringComparison.Ordinal));

    private bool IsOneOf(FrozenSet<string> forms, string folded) => forms.Contains(folded)
        || forms.Contains(_wording.WithoutCourtesies(folded) is { Length: > 0 } bare ? bare : folded.Split(' ')[0]);
}
