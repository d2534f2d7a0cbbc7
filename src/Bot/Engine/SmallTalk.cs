using System.Collections.Frozen;
using SlrtBot.Core.Phrases;

namespace SlrtBot.Bot.Engine;

/// <summary>Greetings and thanks, which ask for nothing.</summary>
public sealed class SmallTalk(PhraseBook book)
{
    private const int LongestThanks = 30;
    private readonly PlainWording _wording = new(book);
    private readonly FrozenSet<string> _greetings = Words.Forms(book, "words.greeting").ToFrozenSet();
    private readonly FrozenSet<string> _thanks = Words.Forms(book, "words.thanks").ToFrozenSet();

    /// <summary>"assalamualaikum pak": what is polite around it says nothing more.</summary>
    public bool IsGreeting(string folded) => _greetings.Contains(folded)
        || _greetings.Contains(_wording.WithoutCourtesies(folded) is { Length: > 0 } bare ? bare : folded.Split(' ')[0]);

    /// <summary>"makasih banyak ya pak": what follows the thanks says nothing more.</summary>
    public bool IsThanks(string folded) =>
        folded.Length <= LongestThanks && _thanks.Any(t => folded == t || folded.StartsWith($"{t} ", StringComparison.Ordinal));
}
