using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace SlrtBot.Host.Metrics;

/// <summary>
/// Listens to the meters of this program and to a few of the framework's, and keeps what they say. Of the framework's tags
/// only those are kept whose values are few: a route's pattern and never a path, since paths may hold tokens.
/// </summary>
internal sealed class MeterReadings : IDisposable
{
    private const string Ours = "SlrtBot";

    private static readonly Dictionary<string, string[]> OfFramework = new(StringComparer.Ordinal)
    {
        ["http.server.request.duration"] = ["http.request.method", "http.route", "http.response.status_code"],
        ["http.server.active_requests"] = ["http.request.method"],
        ["dotnet.process.memory.working_set"] = [],
        ["dotnet.process.cpu.time"] = ["cpu.mode"],
        ["dotnet.gc.collections"] = ["gc.heap.generation"],
    };

    private readonly ConcurrentDictionary<Instrument, MeasuredInstrument> _instruments = new();
    private readonly MeterListener _listener = new();
    private readonly IMeterFactory _factory;

    public MeterReadings(IMeterFactory factory)
    {
        _factory = factory;
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (Measured(instrument) is { } measured)
            {
                _instruments[instrument] = measured;
                listener.EnableMeasurementEvents(instrument, measured);
            }
        };
        _listener.SetMeasurementEventCallback<int>((_, value, tags, state) => ((MeasuredInstrument)state!).Measure(value, tags));
        _listener.SetMeasurementEventCallback<long>((_, value, tags, state) => ((MeasuredInstrument)state!).Measure(value, tags));
        _listener.SetMeasurementEventCallback<double>((_, value, tags, state) => ((MeasuredInstrument)state!).Measure(value, tags));
        _listener.Start();
    }

    /// <summary>What was measured since the start; several instruments of one name, as meters of several rooms make them, are one figure.</summary>
    public IReadOnlyList<Metric> Read()
    {
        _listener.RecordObservableInstruments();
        return
        [
            .. _instruments.Values.Select(i => i.Read()).Where(m => m.Samples.Count > 0)
                .GroupBy(m => m.Name, (_, same) => same.Aggregate((one, other) => one with { Samples = [.. one.Samples, .. other.Samples] })),
        ];
    }

    public void Dispose() => _listener.Dispose();

    private MeasuredInstrument? Measured(Instrument instrument)
    {
        // A meter of another host in the same process, as tests have them, is not ours to tell.
        if (instrument.Meter.Scope is { } scope && scope != _factory)
        {
            return null;
        }

        return instrument.Meter.Name == Ours ? new MeasuredInstrument(instrument, null)
            : OfFramework.TryGetValue(instrument.Name, out var shown) ? new MeasuredInstrument(instrument, shown)
            : null;
    }
}
