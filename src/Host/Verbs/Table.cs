using System.Text.Encodings.Web;
using System.Text.Json;

namespace SlrtBot.Host.Verbs;

/// <summary>Rows of texts, for people in columns, for programs as a JSON array of objects.</summary>
internal sealed class Table(params string[] columns)
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = true };

    private readonly List<string[]> _rows = [];

    public void Add(params string[] cells) => _rows.Add(cells);

    public string ToText()
    {
        var widths = columns.Select((name, i) => _rows.Select(r => r[i].Length).Append(name.Length).Max()).ToArray();
        return string.Join(Environment.NewLine, _rows.Prepend(columns)
            .Select(row => string.Join("  ", row.Select((cell, i) => cell.PadRight(widths[i]))).TrimEnd()));
    }

    public string ToJson() => JsonSerializer.Serialize(
        _rows.Select(row => columns.Zip(row).ToDictionary(pair => pair.First, pair => pair.Second)), Json);
}
