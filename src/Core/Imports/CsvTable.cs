using System.Text;
using CsvHelper;

namespace SlrtBot.Core.Imports;

/// <summary>
/// Rows of a CSV as spreadsheet programs write it: separated by commas, semicolons or tabs, in UTF-8, UTF-16 or Windows-1252, with
/// or without a line that names the separator. One row at a time is in memory.
/// </summary>
internal static class CsvTable
{
    private const int SampleBytes = 256 * 1024;
    private const int SampleLines = 30;
    private const int LongestRow = 256 * 1024;
    private const string SaysSeparator = "sep=";
    private static readonly char[] Separators = [',', ';', '\t'];

    public static IEnumerable<ListRow> Rows(Stream file)
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
            // A quotation that nobody closed spoils its own line, not all that follow.
            AllowLineBreaksInQuotes = false,
        };
        using var text = new StreamReader(file, encoding, detectEncodingFromByteOrderMarks: true, leaveOpen: true);
        if (hasSeparatorLine)
        {
            text.ReadLine();
        }

        using var csv = CsvReader.Create(text, options, leaveOpen: true);
        while (Next(csv))
        {
            var cells = new ImportCell[csv.FieldCount];
            for (var i = 0; i < cells.Length; i++)
            {
                // What stands before a number so that the spreadsheet leaves it alone.
                cells[i] = new ImportCell(csv.GetString(i).Trim().TrimStart('\''));
            }

            yield return new ListRow((int)csv.LineNumber + (hasSeparatorLine ? 1 : 0), cells);
        }
    }

    private static bool Next(CsvReader csv)
    {
        try
        {
            return csv.Read();
        }
        catch (CsvFormatException)
        {
            throw new UnreadableListException("import_line_broken", $"{csv.LineNumber}");
        }
    }

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
            throw new UnreadableListException("import_not_a_list");
        }

        // The last letters of the sample may be cut in two.
        var whole = read == SampleBytes ? sample[..^4] : sample;
        var encoding = IsUtf8(whole, read == SampleBytes) ? Encoding.UTF8 : CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
        return (encoding, encoding.GetString(whole).TrimStart('\uFEFF'));
    }

    private static bool IsUtf8(ReadOnlySpan<byte> bytes, bool mayEndInside)
    {
        for (var cut = 0; cut <= (mayEndInside ? 3 : 0); cut++)
        {
            if (System.Text.Unicode.Utf8.IsValid(bytes[..Math.Max(0, bytes.Length - cut)]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Titles above the headings have none, or other ones by chance: the lines speak together.</summary>
    private static char SeparatorOf(string sample)
    {
        var lines = sample.Split('\n', SampleLines + 1).Take(SampleLines).ToList();
        return Separators.MaxBy(separator => lines.Sum(line => line.Count(c => c == separator)));
    }
}
