using System.Text;
using CsvHelper;

namespace SlrtBot.Core.Kernel;

/// <param name="Number">Line in the file, the first being 1.</param>
/// <param name="Cells">Trimmed, without the apostrophe that keeps a number text in a spreadsheet.</param>
internal sealed record CsvRow(int Number, IReadOnlyList<string> Cells);

/// <summary>
/// Rows of a CSV as spreadsheet programs write it: separated by commas, semicolons or tabs, in UTF-8, UTF-16 or Windows-1252, with or
/// without a line that names the separator. One row at a time is in memory.
/// </summary>
internal static class CsvRows
{
    private const int SampleBytes = 256 * 1024;
    private const int SampleLines = 30;
    private const int LongestRow = 256 * 1024;
    private const string SaysSeparator = "sep=";
    private static readonly char[] Separators = [',', ';', '\t'];

    /// <param name="file">Can be read again from its beginning.</param>
    /// <param name="hasBreaks">Whether a quoted cell may go on in the next line. Otherwise a quotation that nobody closed spoils its own line, not all that follow.</param>
    /// <exception cref="InvalidDataException">It is no text.</exception>
    /// <exception cref="CsvFormatException">A row cannot be told from the next.</exception>
    public static IEnumerable<CsvRow> Read(Stream file, bool hasBreaks = false)
    {
        var (encoding, sample) = Look(file);
        var hasSeparatorLine = sample.StartsWith(SaysSeparator, StringComparison.OrdinalIgnoreCase) && sample.Length > SaysSeparator.Length;
        var options = new CsvReaderOptions
        {
            HasHeader = false,
            Separator = hasSeparatorLine ? sample[SaysSeparator.Length] : SeparatorOf(sample),
            TrimWhitespace = true,
            TrackLineNumbers = true,
            SkipEmptyLines = true,
            MaxRecordSize = LongestRow,
            AllowLineBreaksInQuotes = hasBreaks,
        };
        using var text = new StreamReader(file, encoding, detectEncodingFromByteOrderMarks: true, leaveOpen: true);
        if (hasSeparatorLine)
        {
            text.ReadLine();
        }

        using var csv = CsvReader.Create(text, options, leaveOpen: true);
        while (csv.Read())
        {
            var cells = new string[csv.FieldCount];
            for (var i = 0; i < cells.Length; i++)
            {
                cells[i] = csv.GetString(i).Trim().TrimStart('\'');
            }

            yield return new CsvRow((int)csv.LineNumber + (hasSeparatorLine ? 1 : 0), cells);
        }
    }

    /// <summary>"6,28E+11": the last digits of a telephone number or a NIK are gone, and nobody can give them back.</summary>
    public static bool IsShortened(string cell) => cell.Contains("E+", StringComparison.OrdinalIgnoreCase) && char.IsAsciiDigit(cell[0])
        && cell.All(c => char.IsAsciiDigit(c) || c is 'E' or 'e' or '+' or '.' or ',');

    private static (Encoding Encoding, string Sample) Look(Stream file)
    {
        var bytes = new byte[SampleBytes];
        var read = file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        file.Position = 0;
        var sample = bytes.AsSpan(0, read);
        if (read >= 2 && ((sample[0] == 0xFF && sample[1] == 0xFE) || (sample[0] == 0xFE && sample[1] == 0xFF)))
        {
            var utf16 = sample[0] == 0xFF ? Encoding.Unicode : Encoding.BigEndianUnicode;
            return (utf16, utf16.GetString(sample[2..]));
        }

        if (sample.Contains((byte)0))
        {
            throw new InvalidDataException("Not a text.");
        }

        var encoding = IsUtf8(sample, read == SampleBytes) ? Encoding.UTF8 : CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
        return (encoding, encoding.GetString(sample).TrimStart('\uFEFF'));
    }

    /// <param name="isCut">The last letter of the sample may be cut in two.</param>
    private static bool IsUtf8(ReadOnlySpan<byte> bytes, bool isCut)
    {
        for (var cut = 0; cut <= (isCut ? 3 : 0); cut++)
        {
            if (System.Text.Unicode.Utf8.IsValid(bytes[..^cut]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The one that stands equally often in most lines: titles have none, and addresses have commas of their own.</summary>
    private static char SeparatorOf(string sample)
    {
        var lines = sample.Split('\n', SampleLines + 1).Take(SampleLines).ToList();
        return Separators.MaxBy(separator => lines.Select(line => line.Count(c => c == separator)).Where(count => count > 0)
            .GroupBy(count => count).Select(same => same.Key * same.Count()).DefaultIfEmpty(0).Max());
    }
}
