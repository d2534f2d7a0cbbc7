using System.Collections.Frozen;

namespace SlrtBot.Core.Understanding;

/// <summary>
/// The domain's own word list (<c>Words/words.tsv</c>): what short forms, slang, Sundanese and Javanese words mean.
/// A meaning may be several words.
/// </summary>
internal sealed class WordList
{
    private readonly FrozenDictionary<string, string[]> _meanings;

    public static WordList BuiltIn { get; } = new(Tables.Read("Words.words"));

    /// <param name="rows">Meaning, then its forms by spaces.</param>
    /// <exception cref="ArgumentException">A form stands in two rows.</exception>
    public WordList(IEnumerable<string[]> rows)
    {
        var meanings = new Dictionary<string, string[]>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            var meaning = row[0].Split(' ');
            if (meaning.Length == 1)
            {
                meanings.Add(row[0], meaning);
            }

            foreach (var form in row.Length > 1 ? row[1].Split(' ', StringSplitOptions.RemoveEmptyEntries) : [])
            {
                meanings.Add(form, meaning);
            }
        }

        _meanings = meanings.ToFrozenDictionary(StringComparer.Ordinal);
    }

    public IEnumerable<string> Meanings => _meanings.Values.SelectMany(m => m).Distinct(StringComparer.Ordinal);

    /// <returns>Null where the form is not listed.</returns>
    public string[]? Of(string form) => _meanings.GetValueOrDefault(form);
}
