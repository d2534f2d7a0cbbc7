using System.Globalization;
using System.Text;

namespace SlrtBot.Host.Metrics;

/// <summary>The text that Prometheus reads, exposition format 0.0.4.</summary>
internal static class PrometheusText
{
    public const string ContentType = "text/plain; version=0.0.4; charset=utf-8";

    public static string Write(IEnumerable<Metric> metrics)
    {
        var text = new StringBuilder();
        foreach (var metric in metrics.OrderBy(m => m.Name, StringComparer.Ordinal))
        {
            if (metric.Help is { } help)
            {
                text.Append(CultureInfo.InvariantCulture, $"# HELP {metric.Name} {Escape(help, quotes: false)}\n");
            }

            text.Append(CultureInfo.InvariantCulture, $"# TYPE {metric.Name} {metric.Kind.ToString().ToLowerInvariant()}\n");
            foreach (var sample in metric.Samples)
            {
                Write(text, metric, sample);
            }
        }

        return text.ToString();
    }

    private static void Write(StringBuilder text, Metric metric, Sample sample)
    {
        if (metric.Kind != MetricKind.Histogram)
        {
            Line(text, metric.Name, sample.Labels, sample.Value);
            return;
        }

        foreach (var (bound, count) in sample.Buckets)
        {
            Line(text, metric.Name + "_bucket", [.. sample.Labels, KeyValuePair.Create("le", Number(bound))], count);
        }

        Line(text, metric.Name + "_sum", sample.Labels, sample.Value);
        Line(text, metric.Name + "_count", sample.Labels, sample.Buckets[^1].Count);
    }

    private static void Line(StringBuilder text, string name, IReadOnlyList<KeyValuePair<string, string>> labels, double value)
    {
        text.Append(name);
        if (labels.Count > 0)
        {
            text.Append('{').AppendJoin(',', labels.Select(l => $"{l.Key}=\"{Escape(l.Value, quotes: true)}\"")).Append('}');
        }

        text.Append(' ').Append(Number(value)).Append('\n');
    }

    private static string Number(double value) =>
        double.IsPositiveInfinity(value) ? "+Inf" : double.IsNegativeInfinity(value) ? "-Inf" : value.ToString("R", CultureInfo.InvariantCulture);

    private static string Escape(string text, bool quotes)
    {
        var escaped = text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);
        return quotes ? escaped.Replace("\"", "\\\"", StringComparison.Ordinal) : escaped;
    }
}
