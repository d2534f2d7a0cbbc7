using System.Globalization;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Understanding;

namespace SlrtBot.Core.Tests.Understanding;

/// <summary>Measures the program on the sample lines, and writes it down as the tables of docs/understanding.md.</summary>
internal sealed class UnderstandingReport(Understander understander)
{
    public Measure Categories(IEnumerable<LabelledLine> lines) => Of(lines, l => l.Category ?? "META", u => u.Category ?? "META");

    public Measure Types(IEnumerable<LabelledLine> lines) => Of(lines, l => TypeOf(l.Category), u => TypeOf(u.Category));

    public Measure Urgencies(IEnumerable<LabelledLine> lines) => Of(lines, l => Codes.Of(l.Urgency), u => Codes.Of(u.Urgency));

    public Measure Kinds(IEnumerable<LabelledLine> lines) => Of(lines, l => Codes.Of(l.Kind), u => Codes.Of(u.Kind));

    public Measure Programmes(IEnumerable<LabelledLine> lines) => Of(lines, l => l.Programme ?? "-", u => u.Programme ?? "-");

    public IReadOnlyList<string> Missed(IEnumerable<LabelledLine> emergencies) =>
        [.. emergencies.Where(l => understander.Understand(l.Text).Urgency != Urgency.Emergency).Select(l => l.Text)];

    public IReadOnlyList<string> Raised(IEnumerable<LabelledLine> nearMisses) =>
        [.. nearMisses.Where(l => understander.Understand(l.Text).Urgency == Urgency.Emergency).Select(l => l.Text)];

    public static IReadOnlyList<LabelledLine> PlainEmergencies { get; } = [.. Samples.Plain.Where(l => l.Urgency == Urgency.Emergency)];

    public static IReadOnlyList<LabelledLine> PlainNearMisses { get; } = [.. Samples.Plain.Except(PlainEmergencies)];

    public static IReadOnlyList<LabelledLine> UnseenEmergencies { get; } = [.. Samples.Unseen.Where(l => l.Urgency == Urgency.Emergency)];

    public static IReadOnlyList<LabelledLine> UnseenNearMisses { get; } = [.. Samples.Unseen.Except(UnseenEmergencies)];

    public static IReadOnlyList<LabelledLine> RoundaboutEmergencies { get; } = [.. Samples.Roundabout.Where(l => l.Urgency == Urgency.Emergency)];

    public static IReadOnlyList<LabelledLine> RoundaboutNearMisses { get; } = [.. Samples.Roundabout.Except(RoundaboutEmergencies)];

    public string ToMarkdown()
    {
        var all = Samples.Utterances.Concat(Samples.HeldOut).Concat(Samples.Emergencies).Concat(Samples.NearMisses).Concat(Samples.Plain).ToList();
        return string.Join('\n', [
            "| Lines | count | category: right | category: macro F1 | type: macro F1 | urgency: macro F1 | kind: macro F1 | programme: right |",
            "|---|---|---|---|---|---|---|---|",
            Row("utterances", Samples.Utterances),
            Row("held out", Samples.HeldOut),
            Row("emergencies", Samples.Emergencies),
            Row("near misses", Samples.NearMisses),
            Row("plain words", Samples.Plain),
            Row("all five", all),
            Row("unseen", Samples.Unseen),
            Row("development", Samples.Development),
            "",
            $"Emergencies missed: {Missed(Samples.Emergencies).Count} of {Samples.Emergencies.Count}. "
                + $"Near misses raised: {Raised(Samples.NearMisses).Count} of {Samples.NearMisses.Count}. "
                + $"In plain words: {Missed(PlainEmergencies).Count} of {PlainEmergencies.Count} missed, "
                + $"{Raised(PlainNearMisses).Count} of {PlainNearMisses.Count} raised. "
                + $"In the sets of unseen lines: {Missed(UnseenEmergencies).Count} of {UnseenEmergencies.Count} missed, "
                + $"{Raised(UnseenNearMisses).Count} of {UnseenNearMisses.Count} raised. "
                + $"Roundabout: {Missed(RoundaboutEmergencies).Count} of {RoundaboutEmergencies.Count} missed, "
                + $"{Raised(RoundaboutNearMisses).Count} of {RoundaboutNearMisses.Count} raised.",
            "",
            "| Category | lines | precision | recall | F1 | taken for |",
            "|---|---|---|---|---|---|",
            .. Table(Categories(all)),
            "",
            "| Type | lines | precision | recall | F1 | taken for |",
            "|---|---|---|---|---|---|",
            .. Table(Types(all)),
            "",
            "| Urgency | lines | precision | recall | F1 | taken for |",
            "|---|---|---|---|---|---|",
            .. Table(Urgencies(all)),
            "",
            "| Kind | lines | precision | recall | F1 | taken for |",
            "|---|---|---|---|---|---|",
            .. Table(Kinds(all)),
            "",
            "| Confidence said | lines | right |",
            "|---|---|---|",
            .. Calibration(all),
            "",
            "| Proposed from | stories with a proposal | of these right | right proposals of all |",
            "|---|---|---|---|",
            .. Thresholds(Stories),
        ]);
    }

    private string Row(string name, IReadOnlyList<LabelledLine> lines) =>
        $"| {name} | {lines.Count} | {Percent(Categories(lines).Accuracy)} | {Figure(Categories(lines).MacroF1)} | {Figure(Types(lines).MacroF1)} "
        + $"| {Figure(Urgencies(lines).MacroF1)} | {Figure(Kinds(lines).MacroF1)} | {Percent(Programmes(lines).Accuracy)} |";

    private static IEnumerable<string> Table(Measure measure) => measure.Labels.Select(label =>
        $"| {label} | {measure.Count(label)} | {Figure(measure.Precision(label))} | {Figure(measure.Recall(label))} | {Figure(measure.F1(label))} | {measure.TakenFor(label)} |");

    private IEnumerable<string> Calibration(IEnumerable<LabelledLine> lines) => lines
        .Select(line => (line, Understood: understander.Understand(line.Text)))
        .GroupBy(l => Math.Min(4, (int)(l.Understood.Confidence * 5))).OrderBy(g => g.Key)
        .Select(g => $"| {g.Key * 20}–{(g.Key + 1) * 20} % | {g.Count()} | {Percent(g.Average(l => l.line.Category == l.Understood.Category ? 1.0 : 0))} |");

    /// <summary>Lines never learnt from that stand for a story: what is proposed to residents is about these.</summary>
    private static List<LabelledLine> Stories { get; } = [.. Samples.HeldOut.Concat(Samples.Utterances).Concat(Samples.Unseen)
        .Where(l => l.Kind == MessageKind.Complaint)];

    private IEnumerable<string> Thresholds(List<LabelledLine> lines)
    {
        var heard = lines.Select(line => (line.Category, Understood: understander.Understand(line.Text))).ToList();
        return Enumerable.Range(2, 8).Select(n => n / 10.0).Select(threshold =>
        {
            var proposed = heard.Where(h => h.Understood.Category is not null && h.Understood.Confidence >= threshold).ToList();
            var right = proposed.Count(h => h.Category == h.Understood.Category);
            return $"| {Percent(threshold)} | {Percent((double)proposed.Count / heard.Count)} | {Percent((double)right / proposed.Count)} | {Percent((double)right / heard.Count)} |";
        });
    }

    private Measure Of(IEnumerable<LabelledLine> lines, Func<LabelledLine, string> wanted, Func<Understood, string> got) =>
        new(lines.Select(line => (wanted(line), got(understander.Understand(line.Text)))));

    /// <summary>The code's first letter: membership, programme, need, other.</summary>
    private static string TypeOf(string? category) => category?[..1] ?? "META";

    private static string Figure(double value) => value.ToString("0.00", CultureInfo.InvariantCulture);

    private static string Percent(double value) => value.ToString("0 %", CultureInfo.InvariantCulture);
}
