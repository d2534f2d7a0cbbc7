namespace SlrtBot.Core.Understanding;

/// <summary>Which features the model knows, and a message as a vector of them.</summary>
internal sealed class FeatureSpace
{
    private const int LinesOfAPair = 2;
    private const int LinesOfAPiece = 3;
    private readonly Dictionary<string, int> _index;
    private readonly float[] _rarity;

    private FeatureSpace(Dictionary<string, int> index, float[] rarity)
    {
        _index = index;
        _rarity = rarity;
    }

    public int Size => _index.Count;

    /// <summary>
    /// Whole words count from the first line on, pairs and pieces only where they return. What stands everywhere says
    /// little, and weighs less than what is rare.
    /// </summary>
    public static FeatureSpace Of(IReadOnlyCollection<List<Feature>> lines)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var name in lines.SelectMany(line => line.Select(f => f.Name).Distinct(StringComparer.Ordinal)))
        {
            counts[name] = counts.GetValueOrDefault(name) + 1;
        }

        var index = new Dictionary<string, int>(StringComparer.Ordinal);
        var rarity = new List<float>();
        foreach (var (name, count) in counts)
        {
            if (count >= Needed(name))
            {
                index.Add(name, index.Count);
                rarity.Add(MathF.Log((float)lines.Count / count));
            }
        }

        return new FeatureSpace(index, [.. rarity]);
    }

    /// <returns>-1 where it is not known.</returns>
    public int IndexOf(string name) => _index.GetValueOrDefault(name, -1);

    /// <param name="index">Of a feature that is known.</param>
    public float Rarity(int index) => _rarity[index];

    public SparseVector Vector(IEnumerable<Feature> features)
    {
        var values = new Dictionary<int, float>();
        foreach (var feature in features)
        {
            if (_index.TryGetValue(feature.Name, out var index))
            {
                values[index] = feature.Weight * _rarity[index];
            }
        }

        var length = MathF.Max(1, MathF.Sqrt(values.Values.Sum(v => v * v)));
        return new SparseVector([.. values.Keys], [.. values.Values.Select(v => v / length)]);
    }

    private static int Needed(string name) => name[0] == Features.Piece ? LinesOfAPiece : name.Contains(' ', StringComparison.Ordinal) ? LinesOfAPair : 1;
}
