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
/// A short list with known columns, read as <see cref="CsvRows"/>; columns without a name and lines that hold nothing are passed over.
/// A number that was shortened on the way is refused with what to do about it.
/// </summary>
internal static class SheetList
{
    /// <param name="needed">Columns that must be there; case and order do not matter.</param>
    public static Outcome<IReadOnlyList<SheetRow>> Read(byte[] file, params string[] needed)
    {
        var lines = new List<CsvRow>();
        try
        {
            foreach (var row in CsvRows.Read(new MemoryStream(file), hasBreaks: true))
            {
                lines.Add(row);
            }
        }
        catch (Exception failure) when (failure is CsvFormatException or InvalidDataException)
        {
            return new Refusal("list_line_broken", $"line {(lines.Count == 0 ? 1 : lines[^1].Number + 1)}");
        }

        var columns = lines.Count == 0 ? [] : lines[0].Cells.Select((name, at) => (Name: name.ToLowerInvariant(), At: at)).Where(c => c.Name.Length > 0).ToList();
        if (needed.FirstOrDefault(n => columns.All(c => c.Name != n)) is { } missing)
        {
            return Wrong("list_column_missing", missing, needed);
        }

        if (columns.GroupBy(c => c.Name).FirstOrDefault(g => g.Count() > 1) is { } twice)
        {
            return Wrong("list_column_twice", twice.Key, needed);
        }

        var rows = lines.Skip(1).Where(l => columns.Exists(c => Cell(l, c.At).Length > 0))
            .Select(l => new SheetRow(l.Number, columns.ToDictionary(c => c.Name, c => Cell(l, c.At)))).ToList();
        var shortened = rows.SelectMany(row => row.Cells.Where(c => CsvRows.IsShortened(c.Value)).Select(c => row.At(c.Key, new Refusal("list_number_shortened")))).ToList();
        return shortened.Count > 0 ? shortened : rows.Count == 0 ? Wrong("list_empty", "", needed) : rows;
    }

    private static string Cell(CsvRow line, int at) => at < line.Cells.Count ? line.Cells[at] : "";

    private static Refusal Wrong(string code, string column, string[] needed) =>
        new(code) { Values = new Dictionary<string, string> { ["column"] = column, ["columns"] = string.Join(',', needed) } };
}
