using System.Globalization;

namespace SlrtBot.Bench;

/// <summary>Times taken, in no order; percentiles by rank.</summary>
internal sealed class Times
{
    private readonly Lock _gate = new();
    private readonly List<double> _milliseconds = [];

    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _milliseconds.Count;
            }
        }
    }

    public void Add(TimeSpan time)
    {
        lock (_gate)
        {
            _milliseconds.Add(time.TotalMilliseconds);
        }
    }

    /// <summary>p50, p95 and p99.</summary>
    public override string ToString()
    {
        lock (_gate)
        {
            _milliseconds.Sort();
            return string.Create(CultureInfo.InvariantCulture, $"{At(0.50):F1} / {At(0.95):F1} / {At(0.99):F1} ms");
        }
    }

    private double At(double share) => _milliseconds.Count == 0
        ? double.NaN
        : _milliseconds[Math.Clamp((int)Math.Ceiling(share * _milliseconds.Count) - 1, 0, _milliseconds.Count - 1)];
}
