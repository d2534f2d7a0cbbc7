namespace SlrtBot.Console.Forms;

/// <summary>Cells of what is handed out for a spreadsheet.</summary>
internal static class SheetCell
{
    private const int LongNumber = 12;

    /// <summary>
    /// What a spreadsheet would take for a formula is text (ASVS 1.2.10), and so is a long number, which it would shorten; the
    /// apostrophe is passed over when the list comes back.
    /// </summary>
    public static string Plain(string cell) =>
        cell.Length > 0 && (cell[0] is '=' or '+' or '-' or '@' || (cell.Length >= LongNumber && cell.All(char.IsAsciiDigit))) ? $"'{cell}" : cell;
}
