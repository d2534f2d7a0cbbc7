using SlrtBot.Core.Complaints;
using SlrtBot.Core.Kernel;

namespace SlrtBot.Core.Understanding;

/// <summary>A made-up message and what it is about. <see cref="BuiltIn"/> is what the program learns from.</summary>
/// <param name="Category">A code of <see cref="ComplaintCategory"/>; null for what belongs to the conversation.</param>
public sealed record LabelledLine(string? Category, string? Programme, Urgency Urgency, MessageKind Kind, string Text)
{
    private const string Nothing = "-";
    private const string MetaPrefix = "META_";
    private static readonly string[] Sheets = ["membership", "programme", "need", "other", "talk"];

    public static IReadOnlyList<LabelledLine> BuiltIn { get; } = [.. Sheets.SelectMany(Sheet)];

    /// <summary>Roundabout emergencies and their calm twins: they teach what danger sounds like, and nothing else.</summary>
    public static IReadOnlyList<LabelledLine> Dangers { get; } = [.. Sheet("danger")];

    private static IEnumerable<LabelledLine> Sheet(string name) => Tables.Read($"Lines.{name}").Skip(1).Select(Of);

    /// <param name="columns">category, programme, urgency, kind, text.</param>
    /// <exception cref="FormatException">No such urgency or kind.</exception>
    public static LabelledLine Of(string[] columns) => new(
        columns[0].StartsWith(MetaPrefix, StringComparison.Ordinal) ? null : columns[0],
        columns[1] == Nothing ? null : columns[1],
        Codes.Parse<Urgency>(columns[2]),
        Codes.Parse<MessageKind>(columns[3]),
        columns[4]);
}
