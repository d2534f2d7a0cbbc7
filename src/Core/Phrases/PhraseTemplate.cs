using System.Globalization;
using System.Text;

namespace SlrtBot.Core.Phrases;

/// <summary>One phrase, cut at its <c>{placeholders}</c> when the catalogue is read; <c>{{</c> and <c>}}</c> are braces.</summary>
internal sealed class PhraseTemplate
{
    private readonly List<(string Text, bool IsName)> _parts = [];

    /// <exception cref="FormatException">A brace is not closed, or a name is not made of letters, digits and <c>_</c>.</exception>
    public PhraseTemplate(string text)
    {
        var literal = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c is '{' or '}' && i + 1 < text.Length && text[i + 1] == c)
            {
                literal.Append(c);
                i++;
            }
            else if (c == '{')
            {
                var end = text.IndexOf('}', i);
                var name = end < 0 ? "" : text[(i + 1)..end];
                if (name.Length == 0 || !name.All(n => char.IsAsciiLetterOrDigit(n) || n == '_'))
                {
                    throw new FormatException($"a placeholder at {i} is not {{name}}");
                }

                _parts.Add((literal.ToString(), false));
                _parts.Add((name, true));
                literal.Clear();
                i = end;
            }
            else if (c == '}')
            {
                throw new FormatException($"a brace at {i} was never opened");
            }
            else
            {
                literal.Append(c);
            }
        }

        _parts.Add((literal.ToString(), false));
    }

    public IReadOnlyCollection<string> Placeholders => [.. _parts.Where(p => p.IsName).Select(p => p.Text).Distinct()];

    public string Fill(PhraseBook book, string language, string key, (string Name, object? Value)[] values, bool strict)
    {
        if (_parts.Count == 1)
        {
            return _parts[0].Text;
        }

        var text = new StringBuilder();
        foreach (var (part, isName) in _parts)
        {
            if (!isName)
            {
                text.Append(part);
                continue;
            }

            var given = Array.FindIndex(values, v => v.Name == part);
            if (given < 0 && strict)
            {
                throw new KeyNotFoundException($"The phrase '{key}' ({language}) needs a value for {{{part}}}.");
            }

            text.Append(given < 0 ? "" : Shown(book, language, values[given].Value));
        }

        return text.ToString();
    }

    private static string? Shown(PhraseBook book, string language, object? value) => value switch
    {
        null => "",
        string text => text,
        DateOnly day => book.Date(language, day),
        int or long or short or byte => book.Number(language, Convert.ToInt64(value, CultureInfo.InvariantCulture)),
        // An instant has no day without a zone: the caller writes it with PhraseBook.DateTime.
        System.DateTime or DateTimeOffset => throw new ArgumentException("An instant needs a time zone: pass PhraseBook.DateTime(…)."),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };
}
