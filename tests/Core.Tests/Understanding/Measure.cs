namespace SlrtBot.Core.Tests.Understanding;

/// <summary>What came out against what was wanted, for one question about many lines.</summary>
internal sealed class Measure
{
    private readonly List<(string Wanted, string Got)> _answers;

    public Measure(IEnumerable<(string Wanted, string Got)> answers) => _answers = [.. answers];

    public IReadOnlyList<string> Labels => [.. _answers.Select(a => a.Wanted).Distinct().OrderBy(l => l.Length > 1 ? l[..1] : l).ThenBy(l => l.Length).ThenBy(l => l, StringComparer.Ordinal)];

    public double Accuracy => _answers.Average(a => a.Wanted == a.Got ? 1.0 : 0);

    public double MacroF1 => Labels.Average(F1);

    public int Count(string label) => _answers.Count(a => a.Wanted == label);

    public double Precision(string label) => Share(_answers.Count(a => a.Wanted == label && a.Got == label), _answers.Count(a => a.Got == label));

    public double Recall(string label) => Share(_answers.Count(a => a.Wanted == label && a.Got == label), Count(label));

    public double F1(string label) => (Precision(label), Recall(label)) is var (p, r) && p + r > 0 ? 2 * p * r / (p + r) : 0;

    /// <summary>"K2 ×3, META ×1".</summary>
    public string TakenFor(string label) => string.Join(", ", _answers.Where(a => a.Wanted == label && a.Got != label)
        .GroupBy(a => a.Got).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => $"{g.Key} ×{g.Count()}"));

    private static double Share(int part, int whole) => whole == 0 ? 0 : (double)part / whole;
}
