using SlrtBot.Core.Complaints;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Understanding;

namespace SlrtBot.Core.Tests.Understanding;

/// <summary>
/// Made-up messages that the program did not learn from. <see cref="Utterances"/> came first; <see cref="HeldOut"/>,
/// <see cref="Emergencies"/> and <see cref="NearMisses"/> were written after the training lines, in another manner;
/// <see cref="Development"/> was such a set too, until its mistakes were used to improve the program.
/// </summary>
internal static class Samples
{
    public static IReadOnlyList<LabelledLine> Utterances { get; } = [.. Rows("utterances").Select(Utterance)];

    public static IReadOnlyList<LabelledLine> HeldOut { get; } = Read("held-out");

    public static IReadOnlyList<LabelledLine> Emergencies { get; } = Read("emergencies");

    public static IReadOnlyList<LabelledLine> NearMisses { get; } = Read("near-misses");

    /// <summary>Emergencies and near misses in the words that people usually take, written last.</summary>
    public static IReadOnlyList<LabelledLine> Plain { get; } = Read("plain");

    /// <summary>
    /// Two more such sets, each written after the words of danger had been extended and measured before it was read; their
    /// mistakes were used since.
    /// </summary>
    public static IReadOnlyList<LabelledLine> Unseen { get; } = [.. Read("unseen-1"), .. Read("unseen-2")];

    /// <summary>
    /// Roundabout emergencies and what only sounds like them, in four languages, written by somebody else and measured before
    /// any rule was. Nobody who wrote rules or training lines has read them: only whether an alarm is raised is known of them.
    /// </summary>
    public static IReadOnlyList<LabelledLine> Roundabout { get; } = Urgencies("roundabout");

    /// <summary>
    /// Harmless answers (names, villages, questions, thanks, what is long over) and true dangers, in four languages: 160 lines
    /// measured before any rule for them, then 80 measured after the rules and before their mistakes were used; and 146 in the same two steps
    /// when a word of danger had to be one more often than not.
    /// </summary>
    public static IReadOnlyList<LabelledLine> Answers { get; } = Urgencies("answers");

    public static IReadOnlyList<LabelledLine> Development { get; } = Read("development");

    private static IReadOnlyList<LabelledLine> Urgencies(string name) =>
        [.. Rows(name).Select(row => new LabelledLine(null, null, Codes.Parse<Urgency>(row[0]), MessageKind.Complaint, row[1]))];

    private static IReadOnlyList<LabelledLine> Read(string name) => [.. Rows(name).Select(LabelledLine.Of)];

    private static IEnumerable<string[]> Rows(string name) =>
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Understanding", "Samples", $"{name}.tsv")).Skip(1).Select(l => l.Split('\t'));

    /// <summary>Columns id, lang, text, category, program, urgency, note; "high" is urgent, "none" is normal there.</summary>
    private static LabelledLine Utterance(string[] row)
    {
        var urgency = row[5] switch { "high" => "urgent", "none" => "normal", var other => other };
        var kind = row[3].StartsWith("META_", StringComparison.Ordinal) || row[3] == "O2" ? MessageKind.Meta
            : urgency == "info" ? MessageKind.Question
            : MessageKind.Complaint;
        return LabelledLine.Of([row[3], row[4], urgency, Codes.Of(kind), row[2]]);
    }
}
