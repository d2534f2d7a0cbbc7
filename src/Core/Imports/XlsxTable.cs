using System.Globalization;
using MiniExcelLibs;
using MiniExcelLibs.OpenXml;

namespace SlrtBot.Core.Imports;

/// <summary>Rows of the first sheet of a workbook, one at a time; <see cref="XlsxCheck"/> has seen it before.</summary>
internal static class XlsxTable
{
    // Its cache of shared texts would be a file in the clear.
    private static readonly OpenXmlConfiguration InMemory = new() { EnableSharedStringCache = false, IgnoreEmptyRows = false };

    public static IEnumerable<ListRow> Rows(Stream file)
    {
        var number = 0;
        foreach (IDictionary<string, object?> row in file.Query(useHeaderRow: false, excelType: ExcelType.XLSX, configuration: InMemory))
        {
            number++;
            yield return new ListRow(number, [.. row.Values.Select(Cell)]);
        }
    }

    private static ImportCell Cell(object? value) => value switch
    {
        null => ImportCell.Empty,
        string text => new ImportCell(text.Trim().TrimStart('\'')),
        DateTime day => new ImportCell(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        bool yes => new ImportCell(yes ? "1" : "0"),
        double number => new ImportCell(number.ToString("0.###############", CultureInfo.InvariantCulture), IsNumber: true),
        var other => new ImportCell(Convert.ToString(other, CultureInfo.InvariantCulture)!.Trim(), IsNumber: true),
    };
}
