using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace SlrtBot.Host.Metrics;

/// <summary>
/// One instrument that is shown, with its series. A label that nobody bounded would fill memory and the watcher's disk, so
/// beyond a number of series further ones are left out.
/// </summary>
/// <param name="shown">Tags that become labels; null for all, where the instrument is our own.</param>
internal sealed class MeasuredInstrument(Instrument instrument, IReadOnlyList<string>? shown)
{
    public const int MostSeries = 300;

    private static readonly double[] Seconds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

    private readonly ConcurrentDictionary<string, Series> _series = new(StringComparer.Ordinal);
    private readonly MetricKind _kind = KindOf(instrument);
    private readonly bool _isObserved = instrument.IsObservable;
    private readonly IReadOnlyList<double> _bounds = KindOf(instrument) != MetricKind.Histogram ? []
        : (instrument as Histogram<double>)?.Advice?.HistogramBucketBoundaries ?? Seconds;

    /// <summary>What an observed instrument tells is the whole; what others tell comes on top.</summary>
    public void Measure(double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (SeriesOf(tags) is not { } series)
        {
            return;
        }

        if (_kind == MetricKind.Histogram)
        {
            series.Observe(value);
        }
        else if (_isObserved || instrument.GetType().Name.StartsWith("Gauge", StringComparison.Ordinal))
        {
            series.Set(value);
        }
        else
        {
            series.Add(value);
        }
    }

    public Metric Read() => new(
        NameOf(instrument, _kind), _kind, instrument.Description,
        [.. _series.OrderBy(s => s.Key, StringComparer.Ordinal).Select(s => s.Value.Read(_kind == MetricKind.Histogram))]);

    private Series? SeriesOf(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var labels = new List<KeyValuePair<string, string>>(tags.Length);
        foreach (var (name, value) in tags)
        {
            if (shown?.Contains(name) != false)
            {
                labels.Add(KeyValuePair.Create(Clean(name), Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture) ?? ""));
            }
        }

        labels.Sort((a, b) => string.CompareOrdinal(a.Key, b.Key));
        var key = string.Join('\n', labels.Select(l => $"{l.Key}\t{l.Value}"));
        return _series.TryGetValue(key, out var found) ? found
            : _series.Count < MostSeries ? _series.GetOrAdd(key, _ => new Series(labels, _bounds))
            : null;
    }

    private static MetricKind KindOf(Instrument instrument) => instrument.GetType().Name switch
    {
        var type when type.StartsWith("Histogram", StringComparison.Ordinal) => MetricKind.Histogram,
        var type when type.StartsWith("Counter", StringComparison.Ordinal) || type.StartsWith("ObservableCounter", StringComparison.Ordinal) => MetricKind.Counter,
        _ => MetricKind.Gauge,
    };

    /// <summary>Prometheus has underscores for dots, the unit in the name, and <c>_total</c> behind what only grows.</summary>
    private static string NameOf(Instrument instrument, MetricKind kind)
    {
        var name = Clean(instrument.Name);
        var unit = instrument.Unit switch { "s" => "_seconds", "By" => "_bytes", _ => "" };
        name = name.EndsWith(unit, StringComparison.Ordinal) ? name : name + unit;
        return kind != MetricKind.Counter || name.EndsWith("_total", StringComparison.Ordinal) ? name : name + "_total";
    }

    private static string Clean(string name) => name.Replace('.', '_');
}
