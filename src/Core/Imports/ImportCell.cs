using SlrtBot.Core.Kernel;

namespace SlrtBot.Core.Imports;

/// <param name="Text">Trimmed; never null.</param>
/// <param name="IsNumber">The spreadsheet keeps it as a number, so that of more than 15 digits the last ones are lost.</param>
public readonly record struct ImportCell(string Text, bool IsNumber = false)
{
    private const int ExactDigits = 15;

    public static ImportCell Empty { get; } = new("");

    public bool IsEmpty => Text.Length == 0;

    /// <summary>"3,20437E+15", or 16 digits that were a number: what is missing nobody can give back.</summary>
    public bool IsShortened => IsNumber ? Text.Length > ExactDigits : CsvRows.IsShortened(Text);
}

/// <summary>A row as it stands in the file.</summary>
/// <param name="Number">In the file, the first being 1.</param>
public sealed record ListRow(int Number, IReadOnlyList<ImportCell> Cells)
{
    public bool IsEmpty => Cells.All(c => c.IsEmpty);

    public ImportCell At(int place) => place < Cells.Count ? Cells[place] : ImportCell.Empty;
}

/// <summary>A row whose columns have been named.</summary>
/// <param name="Ordinal">Among the rows below the headings, the first being 1.</param>
/// <param name="IsShort">It ends before a column that the list has: the file was cut off there, or a separator is missing.</param>
public sealed record ImportRow(int Ordinal, ListRow Row, IReadOnlyDictionary<string, int> Columns, bool IsShort)
{
    public ImportCell this[string column] => Columns.TryGetValue(column, out var place) ? Row.At(place) : ImportCell.Empty;
}
