using System.Collections.Frozen;
using SlrtBot.Core.Language;

namespace SlrtBot.Core.Understanding;

/// <summary>
/// Words that may weigh much and still explain nothing to the person who wrote them (<c>Words/small.tsv</c>): "yang",
/// "ada", "urus", "kemarin"; neither do numbers, sums and single letters.
/// </summary>
internal static class SmallWords
{
    private const int ShortestReason = 3;

    private static readonly FrozenSet<string> Listed =
        [.. Tables.Read("Words.small").SelectMany(row => row[1].Split(' ')).SelectMany(word => new[] { word, IndonesianStem.Of(word) })];

    public static bool Contains(Token token) =>
        token.Typed.Length < ShortestReason
        || token.Typed.Any(char.IsAsciiDigit)
        || Listed.Contains(token.Word) || Listed.Contains(token.Stem) || Listed.Contains(token.Typed);
}
