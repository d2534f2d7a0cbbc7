using System.Globalization;
using System.Text.RegularExpressions;
using SlrtBot.Bot.Engine;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Language;
using SlrtBot.Core.Phrases;

namespace SlrtBot.Bot.Dialogs.FieldForms;

/// <summary>
/// Reads the form however it was typed: with or without numbers, colons and bold, in any order, with lines missing,
/// the value behind the label or below it. A line with a number and no label counts by its number.
/// </summary>
public sealed partial class FieldFormReader
{
    private const int FewestLines = 6;
    private const int FewestLabels = 4;
    private const int Slips = 2;
    private const int ShortestWithSlips = 7;
    private const int LongestValue = 400;
    private readonly IReadOnlyList<(string Label, FormLine Line)> _labels;

    public FieldFormReader(PhraseBook book) => _labels =
    [
        .. Enum.GetValues<FormLine>().SelectMany(line => Words.Forms(book, $"also.form.{Codes.Of(line)}").Select(label => (label, line)))
            .OrderByDescending(l => l.label.Length).ThenBy(l => l.label, StringComparer.Ordinal),
    ];

    /// <returns>Null where it is no such form.</returns>
    public FieldForm? Read(string text)
    {
        var values = new Dictionary<FormLine, string>();
        var labelled = 0;
        FormLine? waiting = null;
        foreach (var raw in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var (number, rest) = Numbered(Marks().Replace(raw, "").Trim());
            if (Labelled(rest) is { } found)
            {
                labelled++;
                waiting = Keep(values, found.Line, found.Value) ? null : found.Line;
            }
            else if (waiting is { } line && number is null)
            {
                waiting = Keep(values, line, rest) ? null : waiting;
            }
            else if (number is >= 1 and <= 18)
            {
                Keep(values, (FormLine)(number.Value - 1), rest);
            }
        }

        return labelled >= FewestLabels && values.Count >= FewestLines ? new FieldForm(values) : null;
    }

    private static bool Keep(Dictionary<FormLine, string> values, FormLine line, string value)
    {
        var clean = TextFolding.CleanLine(value).Trim(' ', ':', '=', '-', '.', '…', '_');
        if (clean.Length is 0 or > LongestValue)
        {
            return false;
        }

        values.TryAdd(line, clean);
        return true;
    }

    private static (int? Number, string Words) Numbered(string line)
    {
        var match = Number().Match(line);
        return match.Success
            ? (int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture), line[match.Length..])
            : (null, line);
    }

    private (FormLine Line, string Value)? Labelled(string line)
    {
        var colon = line.AsSpan().IndexOfAny(':', '=');
        if (colon > 0)
        {
            var typed = TextFolding.Fold(line[..colon]);
            var known = _labels.FirstOrDefault(l => l.Label == typed);
            known = known.Label is null ? _labels.FirstOrDefault(l => IsNear(l.Label, typed)) : known;
            return known.Label is null ? null : (known.Line, line[(colon + 1)..]);
        }

        var folded = TextFolding.Fold(line);
        var leading = _labels.FirstOrDefault(l => folded == l.Label || folded.StartsWith($"{l.Label} ", StringComparison.Ordinal));
        return leading.Label is null ? null : (leading.Line, AfterWords(line, leading.Label.Count(c => c == ' ') + 1));
    }

    private static bool IsNear(string label, string typed) =>
        label.Length >= ShortestWithSlips && EditDistance.Between(label, typed, Slips) <= Slips;

    private static string AfterWords(string line, int words)
    {
        var match = Regex.Match(line, $@"^\W*(?:\w+\W+){{{words - 1}}}\w+", RegexOptions.CultureInvariant);
        return match.Success ? line[match.Length..] : "";
    }

    [GeneratedRegex(@"[*_~`•▪►]|^\s*[-–]\s+")]
    private static partial Regex Marks();

    [GeneratedRegex(@"^\(?(\d{1,2})\s*[.):\-]\)?\s*(?=\D|$)")]
    private static partial Regex Number();
}
