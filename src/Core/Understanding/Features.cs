namespace SlrtBot.Core.Understanding;

/// <param name="At">Of the token that it comes from.</param>
internal readonly record struct Feature(string Name, int At, float Weight);

/// <summary>What the model looks at: stems, pairs of stems, and pieces of words, which survive typing errors.</summary>
internal static class Features
{
    /// <summary>Begins the name of a piece of a word.</summary>
    public const char Piece = '~';
    private const float OfWord = 1f;
    private const float OfPair = 0.6f;
    private const float OfPiece = 0.25f;
    private const int ShortestPiece = 3;
    private const int LongestPiece = 4;
    private const int MostTokens = 200;

    public static List<Feature> Of(IReadOnlyList<Token> tokens)
    {
        var features = new List<Feature>(tokens.Count * 12);
        var count = Math.Min(tokens.Count, MostTokens);
        features.Add(new Feature($"#{Length(tokens.Count)}", 0, OfWord));
        for (var i = 0; i < count; i++)
        {
            var stem = tokens[i].Stem;
            features.Add(new Feature(stem, i, OfWord));
            features.Add(new Feature($"{(i == 0 ? "" : tokens[i - 1].Stem)} {stem}", i, OfPair));
            if (i > 1)
            {
                features.Add(new Feature($"{tokens[i - 2].Stem}  {stem}", i, OfPair / 2));
            }

            AddPieces(features, tokens[i].Word, i);
        }

        return features;
    }

    /// <summary>A single word is seldom a complaint.</summary>
    private static int Length(int tokens) => tokens switch { <= 3 => tokens, <= 5 => 5, <= 9 => 9, _ => 10 };

    private static void AddPieces(List<Feature> features, string word, int at)
    {
        var bounded = $"_{word}_";
        for (var length = ShortestPiece; length <= LongestPiece; length++)
        {
            for (var start = 0; start + length <= bounded.Length; start++)
            {
                features.Add(new Feature($"{Piece}{bounded.AsSpan(start, length)}", at, OfPiece));
            }
        }
    }
}
