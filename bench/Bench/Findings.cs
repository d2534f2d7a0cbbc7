namespace SlrtBot.Bench;

/// <summary>What one measurement found, as lines of a table, and whether everything was as promised.</summary>
internal sealed record Findings(string Title, IReadOnlyList<(string What, string Found)> Lines, bool Holds)
{
    /// <summary>One column per measurement; all of them have the same lines.</summary>
    public static string Table(IReadOnlyList<(string Column, Findings Found)> columns)
    {
        var head = $"| {columns[0].Found.Title} | {string.Join(" | ", columns.Select(c => c.Column))} |";
        var rule = $"|---|{string.Concat(columns.Select(_ => "---|"))}";
        var lines = columns[0].Found.Lines.Select((line, i) =>
            $"| {line.What} | {string.Join(" | ", columns.Select(c => c.Found.Lines[i].Found))} |");
        return string.Join(Environment.NewLine, [head, rule, .. lines, ""]);
    }
}
