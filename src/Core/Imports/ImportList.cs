using CsvHelper;
using SlrtBot.Core.Kernel;

namespace SlrtBot.Core.Imports;

/// <param name="Row">Its number in the file.</param>
public sealed record Headings(int Row, IReadOnlyList<string> Names, IReadOnlyDictionary<string, int> Known);

/// <summary>
/// The rows of a file below its headings, which stand anywhere in the first rows, under titles, in any order and spelling. A row
/// that says the headings again is passed over, as are rows that hold nothing.
/// </summary>
public static class ImportList
{
    /// <summary>Below that nobody has headings.</summary>
    private const int MostTitles = 12;

    /// <summary>More are no list of a regency.</summary>
    public const int MostRows = 4_000_000;

    /// <summary>Two columns that are called so by chance are none.</summary>
    private const int LeastKnown = 2;

    private const int LongestHeading = 60;

    /// <exception cref="UnreadableListException">It is no list.</exception>
    public static IEnumerable<ListRow> Read(Stream file, ImportFormat format)
    {
        using var rows = (format == ImportFormat.Xlsx ? XlsxTable.Rows(file) : CsvRows.Read(file).Select(row => new ListRow(row.Number, [.. row.Cells.Select(c => new ImportCell(c))]))).GetEnumerator();
        while (Next(rows))
        {
            yield return rows.Current;
        }
    }

    private static bool Next(IEnumerator<ListRow> rows)
    {
        try
        {
            return rows.MoveNext();
        }
        catch (InvalidDataException)
        {
            throw new UnreadableListException("import_not_a_list");
        }
        catch (CsvFormatException)
        {
            throw new UnreadableListException("import_line_broken", $"{rows.Current?.Number + 1}");
        }
    }

    /// <summary>The row of the first ones in which most columns are known by their names.</summary>
    /// <exception cref="UnreadableListException">None is one of headings, or one column has two places.</exception>
    public static Headings FindHeadings(Stream file, ImportFormat format, IReadOnlyList<ImportColumn> columns)
    {
        var best = Read(file, format).TakeWhile(row => row.Number <= MostTitles)
            .Select(row => HeadingsIn(row, columns)).MaxBy(h => h.Known.Count)
            ?? throw new UnreadableListException("import_empty");
        file.Position = 0;
        if (best.Known.Count < LeastKnown)
        {
            throw new UnreadableListException("import_no_headings");
        }

        return best;
    }

    /// <param name="headerRow">Number of the row of the headings.</param>
    public static IEnumerable<ImportRow> Rows(Stream file, ImportFormat format, int headerRow, IReadOnlyDictionary<string, int> places, IReadOnlyList<ImportColumn> columns)
    {
        var (ordinal, width) = (0, places.Values.DefaultIfEmpty(-1).Max() + 1);
        var named = columns.Where(c => places.ContainsKey(c.Code)).Select(c => (Column: c, Place: places[c.Code])).ToList();
        foreach (var row in Read(file, format))
        {
            if (row.Number <= headerRow || row.IsEmpty || SaysHeadings(row, named))
            {
                continue;
            }

            if (++ordinal > MostRows)
            {
                throw new UnreadableListException("import_too_many_rows");
            }

            yield return new ImportRow(ordinal, row, places, row.Cells.Count < width);
        }
    }

    /// <summary>Asked of every row: most are told by their first cell.</summary>
    private static bool SaysHeadings(ListRow row, List<(ImportColumn Column, int Place)> named)
    {
        var said = 0;
        foreach (var (column, place) in named)
        {
            if (row.At(place).Text is { Length: > 0 } text && !column.IsCalled(text))
            {
                return false;
            }

            said += row.At(place).IsEmpty ? 0 : 1;
        }

        return said >= LeastKnown;
    }

    private static Headings HeadingsIn(ListRow row, IReadOnlyList<ImportColumn> columns)
    {
        var known = new Dictionary<string, int>();
        for (var place = 0; place < row.Cells.Count; place++)
        {
            var heading = row.Cells[place].Text;
            if (heading.Length is 0 or > LongestHeading)
            {
                continue;
            }

            // The first of two: the other one is there to be chosen.
            if (columns.FirstOrDefault(c => c.IsCalled(heading)) is { } column)
            {
                known.TryAdd(column.Code, place);
            }
        }

        return new Headings(row.Number, [.. row.Cells.Select(c => c.Text)], known);
    }

}
