namespace SlrtBot.Bot.Dialogs.Complaints;

/// <summary>Something said beside a label: in brackets, after a comma where the label has some already, and never twice.</summary>
internal static class Remark
{
    public static string On(string label, string? remark) =>
        string.IsNullOrEmpty(remark) || label.Contains(remark, StringComparison.OrdinalIgnoreCase) ? label
        : label.Contains('(', StringComparison.Ordinal) || remark.Contains('(', StringComparison.Ordinal) ? $"{label}, {remark}"
        : $"{label} ({remark})";
}
