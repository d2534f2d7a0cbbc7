using System.Collections.Concurrent;
using System.Globalization;
using SlrtBot.Core.Language;
using SlrtBot.Core.Phrases;

namespace SlrtBot.Bot.Engine;

/// <summary>
/// Finds the option that typed words mean: by number, number word, label in any language, synonym
/// (<c>also.{key}</c>), and, where only an option can be meant, by a part of a label or with a slip of the finger.
/// </summary>
public sealed class ChoiceMatcher(PhraseBook book)
{
    private const int ShortestPart = 4;
    private const int MostWords = 8;
    private const int HighestNumberWord = 20;
    private readonly ConcurrentDictionary<string, IReadOnlyList<string>> _names = new();
    private readonly PlainWording _wording = new(book);

    private readonly Dictionary<string, int> _numbers = Enumerable.Range(1, HighestNumberWord)
        .SelectMany(n => Words.Forms(book, $"words.number.{n}").Select(form => (form, n)))
        .DistinctBy(f => f.form).ToDictionary(f => f.form, f => f.n);

    private readonly HashSet<string> _numberFillers = [.. Words.Forms(book, "words.number.filler")];
    private readonly HashSet<string> _titles = [.. Words.Forms(book, "answer.titles")];
    private readonly HashSet<string> _manners = [.. Words.Forms(book, "answer.manners")];
    private readonly HashSet<string> _denials = [.. Words.Forms(book, "words.denial")];

    /// <param name="folded">A whole message, folded.</param>
    public OpenChoice? Exactly(OpenPrompt open, string folded) =>
        open.OfNumber(Number(folded))
        ?? open.Typeable.FirstOrDefault(c => TextFolding.Fold(c.Label) == folded)
        ?? open.Typeable.FirstOrDefault(c => Names(c.Key).Contains(folded));

    /// <summary>
    /// An option in shorthand, and with courtesies around it: "udh itu aja pak". Where much hangs on the answer, courtesies
    /// stay what they are, since "ya" may be the whole difference.
    /// </summary>
    public OpenChoice? Plainly(OpenPrompt open, string folded)
    {
        if (open.TakesWords && IsTitled(folded))
        {
            return null;
        }

        Func<string, string> plain = open.IsGrave ? _wording.WrittenOut : _wording.WithoutCourtesies;
        var said = plain(folded);
        return said.Length == 0 ? null : Only(Candidates(open).Where(c => plain(c.Name) == said).Select(c => c.Choice));
    }

    /// <summary>"Pak Bali" is somebody, and not the word for going back with a courtesy before it.</summary>
    public bool IsTitled(string folded) => folded.Split(' ') is [var title, _] && _titles.Contains(title);

    /// <summary>What is left when nothing matches letter by letter; null where two options are equally near.</summary>
    public OpenChoice? Nearly(OpenPrompt open, string folded) =>
        Mistyped(open, folded) ?? Named(open, folded) ?? PartOfLabel(open, folded);

    private int Number(string folded)
    {
        var words = folded.Split(' ');
        var meant = words.Length is > 1 and <= 3 && words[..^1].All(_numberFillers.Contains) ? words[^1] : folded;
        return int.TryParse(meant, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : _numbers.GetValueOrDefault(meant);
    }

    /// <summary>
    /// "untuk tetangga saya": the longest name inside the sentence, unless the sentence denies it. A bare "tidak" inside
    /// one is no answer ("kenapa saya tidak dapat"), and where much hangs on it, no name is, unless only manners surround it.
    /// </summary>
    private OpenChoice? Named(OpenPrompt open, string folded)
    {
        if (folded.Count(c => c == ' ') >= MostWords)
        {
            return null;
        }

        var found = Candidates(open)
            .Where(c => c.Name.Length >= ShortestPart && $" {folded} ".Contains($" {c.Name} ", StringComparison.Ordinal))
            .Where(c => !(open.IsGrave || _denials.Contains(c.Name)) || SaysNothingElse(folded, c.Name))
            .OrderByDescending(c => c.Name.Length).ToList();
        var best = found.Where(c => c.Name.Length == found[0].Name.Length).Select(c => c.Choice).Distinct().ToList();
        return best.Count == 1 && !IsDenied(folded, found[0].Name) ? best[0] : null;
    }

    /// <summary>"keluarga" for "Keluarga saya"; but a bare "tidak" is no "Tidak mendesak".</summary>
    private OpenChoice? PartOfLabel(OpenPrompt open, string folded)
    {
        var words = folded.Split(' ');
        return folded.Length < ShortestPart || _denials.Contains(folded) ? null : Only(open.Typeable.Where(c =>
            words.All(TextFolding.Fold(c.Label).Split(' ').Contains)));
    }

    private OpenChoice? Mistyped(OpenPrompt open, string folded)
    {
        var allowed = folded.Length switch { < ShortestPart => 0, < 8 => 1, _ => 2 };
        var near = Candidates(open)
            .Select(c => (c.Choice, c.Name, Distance: EditDistance.Between(folded, c.Name, allowed)))
            .Where(c => allowed > 0 && c.Distance <= allowed && HasSameShortWords(folded, c.Name) && IsSlip(folded, c.Name)).ToList();
        return near.Count == 0 ? null : Only(near.Where(c => c.Distance == near.Min(n => n.Distance)).Select(c => c.Choice));
    }

    /// <summary>In four letters one that differs makes another word: "dafa" is no "data", and "btul" is betul.</summary>
    private static bool IsSlip(string folded, string name) => folded.Length > ShortestPart || name.Length > folded.Length;

    /// <summary>In a word of three letters no slip is forgiven: "oke setuju" is not "ora setuju".</summary>
    private static bool HasSameShortWords(string folded, string name) =>
        folded.Split(' ') is var typed && name.Split(' ') is var meant
        && (typed.Length != meant.Length || typed.Zip(meant).All(w => w.First == w.Second || Math.Min(w.First.Length, w.Second.Length) >= ShortestPart));

    private bool SaysNothingElse(string folded, string name) =>
        $" {folded} ".Replace($" {name} ", " ", StringComparison.Ordinal).Split(' ', StringSplitOptions.RemoveEmptyEntries).All(_manners.Contains);

    private bool IsDenied(string folded, string name) => !_denials.Overlaps(name.Split(' '))
        && _denials.Overlaps(folded.Split(' '));

    private IEnumerable<(OpenChoice Choice, string Name)> Candidates(OpenPrompt open) =>
        open.Typeable.SelectMany(c => Names(c.Key).Prepend(TextFolding.Fold(c.Label)).Select(name => (c, name)));

    private IReadOnlyList<string> Names(string key) => _names.GetOrAdd(AboutComplaint.WordOf(key), k =>
        [.. Words.Forms(book, $"choice.{k}"), .. Words.Forms(book, k), .. Words.Forms(book, $"also.{k}")]);

    private static OpenChoice? Only(IEnumerable<OpenChoice> choices) =>
        choices.Distinct().Take(2).ToList() is [var one] ? one : null;
}
