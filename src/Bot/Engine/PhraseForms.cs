using System.Collections.Frozen;

namespace SlrtBot.Bot.Engine;

/// <summary>The forms of one key of the catalogues, found anywhere in a message, however its words are shortened.</summary>
public sealed class PhraseForms
{
    private readonly string[][] _forms;

    /// <summary>Each with the longest first: hardly any word of a message begins one.</summary>
    private readonly FrozenDictionary<string, string[][]> _byFirstWord;

    /// <param name="forms">Folded.</param>
    public PhraseForms(PlainWording wording, IEnumerable<string> forms)
    {
        _forms = [.. forms.Select(form => wording.WrittenOut(form).Split(' ')).OrderByDescending(words => words.Length)];
        _byFirstWord = _forms.GroupBy(form => form[0], StringComparer.Ordinal).ToFrozenDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal);
    }

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
    public int LengthAt(Utterance said, int index)
    {
        if (index >= said.Count)
        {
            return 0;
        }

        foreach (var form in _byFirstWord.GetValueOrDefault(said.Words[index], []))
        {
            if (index + form.Length <= said.Count && StandsAt(said, index, form))
            {
                return form.Length;
            }
        }

        return 0;
    }

    private static bool StandsAt(Utterance said, int index, string[] form)
    {
        for (var i = 1; i < form.Length; i++)
        {
            if (form[i] != said.Words[index + i])
            {
                return false;
            }
        }

        return true;
    }
}
