namespace SlrtBot.Host.Metrics;

internal enum MetricKind
{
    Counter,
    Gauge,
    Histogram,
}

/// <summary>One figure as it is now, in all its series.</summary>
/// <param name="Name">As Prometheus has it: <c>slrt_channel_messages_total</c>.</param>
internal sealed record Metric(string Name, MetricKind Kind, string? Help, IReadOnlyList<Sample> Samples);

/// <summary>One series of a figure.</summary>
/// <param name="Value">Of a histogram its sum.</param>
/// <param name="Buckets">Of a histogram: how many were not above each bound, all of them last (bound infinity). Else empty.</param>
internal sealed record Sample(IReadOnlyList<KeyValuePair<string, string>> Labels, double Value, IReadOnlyList<(double Bound, long Count)> Buckets)
{
    public static Sample Of(double value, params IReadOnlyList<KeyValuePair<string, string>> labels) => new(labels, value, []);
}
