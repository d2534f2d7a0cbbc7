namespace SlrtBot.Bot.Engine;

/// <summary>The forms of one key of the catalogues, found anywhere in a message, however its words are shortened.</summary>
/// <param name="forms">Folded.</param>
public sealed class PhraseForms(PlainWording wording, IEnumerable<string> forms)
{
    private readonly string[][] _forms =
        [.. forms.Select(form => wording.WrittenOut(form).Split(' ')).OrderByDescending(words => words.Length)];

    /// <summary>Whether all words of a form are there, in any order.</summary>
    public bool AreAmong(Utterance said) => _forms.Any(form => form.All(said.Words.Contains));

    /// <summary>The most words of a form that are all there, in any order; 0 where none is.</summary>
    public int MostAmong(Utterance said) => _forms.FirstOrDefault(form => form.All(said.Words.Contains))?.Length ?? 0;

    public bool AreIn(Utterance said) => Find(said) is not null;

    /// <returns>Where the first form begins and what follows it; null where there is none.</returns>
    public (int Start, int End)? Find(Utterance said, int from = 0)
    {
        for (var i = from; i < said.Count; i++)
        {
            if (LengthAt(said, i) is > 0 and var length)
            {
                return (i, i + length);
            }
        }

        return null;
    }

    /// <summary>Words of the longest form that begins there; 0 where none does.</summary>
    public int LengthAt(Utterance said, int index) => _forms.FirstOrDefault(form =>
        index + form.Length <= said.Count && form.Select((word, i) => word == said.Words[index + i]).All(same => same))?.Length ?? 0;
}
