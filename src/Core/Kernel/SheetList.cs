using System.Text;
using CsvHelper;

namespace SlrtBot.Core.Kernel;

/// <param name="Number">Line in the file, the header being 1.</param>
/// <param name="Cells">By column, trimmed; a column that the list lacks is empty.</param>
internal sealed record SheetRow(int Number, IReadOnlyDictionary<string, string> Cells)
{
    public string this[string column] => Cells.GetValueOrDefault(column, "");

    public Refusal At(string column, Refusal refusal) => refusal with { Field = $"line {Number}, {column}" };
}

/// <summary>
/// A list as spreadsheet programs save it as CSV: separated by commas, semicolons or tabs; in UTF-8, UTF-16 or Windows-1252;
/// with columns without a name, and with lines that hold nothing but separators. Nothing in it is guessed: a long number that
/// was shortened on the way (6.28E+11) is refused with what to do about it.
/// </summary>
internal static class SheetList
{
    private static readonly char[] Separators = [',', ';', '\t'];

    /// <summary>What stands first in a file that says which separator it has.</summary>
    private const string SaysSeparator = "sep=";

    public static string Decode(byte[] file)
    {
        using var reader = new StreamReader(new MemoryStream(file), new UTF8Encoding(false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: true);
        try
        {
            return reader.ReadToEnd();
        }
        catch (DecoderFallbackException)
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString(file);
        }
    }

    /// <param name="needed">Columns that must be there; case and order do not matter.</param>
    public static Outcome<IReadOnlyList<SheetRow>> Read(string text, params string[] needed)
    {
        var plain = WithoutSeparatorLine(text.TrimStart('\uFEFF'), out var skipped);
        var header = plain.Split('\n', 2)[0];
        var options = new CsvReaderOptions
        {
            Separator = Separators.MaxBy(c => header.Count(h => h == c)), TrimWhitespace = true, TrackLineNumbers = true,
        };
        using var csv = CsvReader.FromText(plain, options);
        try
        {
            csv.ReadHeader();
            var columns = csv.Headers.Select((name, at) => (Name: name.Trim().ToLowerInvariant(), At: at)).Where(c => c.Name.Length > 0).ToList();
            if (needed.FirstOrDefault(n => columns.All(c => c.Name != n)) is { } missing)
            {
                return Wrong("list_column_missing", missing, needed);
            }

            if (columns.GroupBy(c => c.Name).FirstOrDefault(g => g.Count() > 1) is { } twice)
            {
                return Wrong("list_column_twice", twice.Key, needed);
            }

            var rows = Rows(csv, columns, skipped).ToList();
            var shortened = rows.SelectMany(Shortened).ToList();
            return shortened.Count > 0 ? shortened : rows.Count == 0 ? Wrong("list_empty", "", needed) : rows;
        }
        catch (CsvFormatException)
        {
            return new Refusal("list_line_broken", $"line {csv.LineNumber + skipped}");
        }
    }

    private static IEnumerable<SheetRow> Rows(CsvReader csv, List<(string Name, int At)> columns, int skipped)
    {
        while (csv.Read())
        {
            var cells = columns.ToDictionary(c => c.Name, c => csv.GetString(c.At).Trim());
            if (cells.Values.Any(value => value.Length > 0))
            {
                yield return new SheetRow((int)csv.LineNumber + skipped, cells);
            }
        }
    }

    /// <summary>"6,28E+11": the last digits of a telephone number or a NIK are gone, and nobody can give them back.</summary>
    private static IEnumerable<Refusal> Shortened(SheetRow row) => row.Cells
        .Where(c => c.Value.Contains("E+", StringComparison.OrdinalIgnoreCase) && char.IsAsciiDigit(c.Value[0])
            && c.Value.All(l => char.IsAsciiDigit(l) || l is 'E' or 'e' or '+' or '.' or ','))
        .Select(c => row.At(c.Key, new Refusal("list_number_shortened")));

    private static string WithoutSeparatorLine(string text, out int skipped)
    {
        skipped = text.StartsWith(SaysSeparator, StringComparison.OrdinalIgnoreCase) ? 1 : 0;
        return skipped == 0 ? text : text[(text.IndexOf('\n', StringComparison.Ordinal) + 1)..];
    }

    private static Refusal Wrong(string code, string column, string[] needed) =>
        new(code) { Values = new Dictionary<string, string> { ["column"] = column, ["columns"] = string.Join(',', needed) } };
}
