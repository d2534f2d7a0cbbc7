using SlrtBot.Core.Language;

namespace SlrtBot.Bot.Engine;

/// <summary>A message word by word: as typed, folded, and in the one wording that <see cref="PhraseForms"/> are looked for in.</summary>
public sealed class Utterance
{
    private static readonly char[] Marks = [' ', ',', ';', ':', '!', '?', '/', '(', ')', '"', '«', '»', '=', '\n', '\t'];

    public Utterance(PlainWording wording, string text)
    {
        Typed = [.. text.Split(Marks, StringSplitOptions.RemoveEmptyEntries).Select(w => w.Trim('.', '-')).Where(w => w.Any(char.IsLetterOrDigit))];
        Folded = [.. Typed.Select(w => TextFolding.Fold(w).Replace(" ", "", StringComparison.Ordinal))];
        Words = [.. Folded.Select(wording.WrittenOut)];
        Asks = text.Contains('?', StringComparison.Ordinal);
    }

    public IReadOnlyList<string> Typed { get; }

    public IReadOnlyList<string> Folded { get; }

    /// <summary>Shorthand written out; as many as were typed.</summary>
    public IReadOnlyList<string> Words { get; }

    /// <summary>It has a question mark.</summary>
    public bool Asks { get; }

    public int Count => Words.Count;

    /// <summary>The words as typed.</summary>
    public string Part(int from, int to) => string.Join(' ', Typed.Take(to).Skip(from));

    public string From(int index) => Part(index, Count);
}
