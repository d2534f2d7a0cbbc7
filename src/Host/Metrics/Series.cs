namespace SlrtBot.Host.Metrics;

/// <summary>The values of one instrument under one set of labels, as they come in.</summary>
/// <param name="bounds">Upper bounds of a histogram's buckets, ascending; empty for what is none.</param>
internal sealed class Series(IReadOnlyList<KeyValuePair<string, string>> labels, IReadOnlyList<double> bounds)
{
    private readonly Lock _gate = new();
    private readonly long[] _counts = new long[bounds.Count + 1];
    private double _value;

    public void Add(double value)
    {
        lock (_gate)
        {
            _value += value;
        }
    }

    public void Set(double value)
    {
        lock (_gate)
        {
            _value = value;
        }
    }

    public void Observe(double value)
    {
        var bucket = 0;
        while (bucket < bounds.Count && value > bounds[bucket])
        {
            bucket++;
        }

        lock (_gate)
        {
            _value += value;
            _counts[bucket]++;
        }
    }

    public Sample Read(bool isHistogram)
    {
        lock (_gate)
        {
            var (buckets, sum) = (new List<(double, long)>(), 0L);
            for (var i = 0; isHistogram && i < _counts.Length; i++)
            {
                sum += _counts[i];
                buckets.Add((i < bounds.Count ? bounds[i] : double.PositiveInfinity, sum));
            }

            return new Sample(labels, _value, buckets);
        }
    }
}
