using System.Collections.Frozen;

namespace SlrtBot.Core.Understanding;

/// <summary>
/// Words of answers and of courtesy (<c>Words/plain.tsv</c>, and what of <c>Words/small.tsv</c> is as plain): by themselves they
/// are no sign of danger, however sure the model is of them.
/// </summary>
internal static class PlainWords
{
    private static readonly FrozenSet<string> AsPlain = ["joining", "pointing", "yes_no", "people", "numbers"];

    private static readonly FrozenSet<string> Listed =
        [.. Tables.Read("Words.plain").Concat(Tables.Read("Words.small").Where(row => AsPlain.Contains(row[0]))).SelectMany(row => row[1].Split(' '))];

    public static bool Contains(Token token) => Listed.Contains(token.Stem) || Listed.Contains(token.Word) || Listed.Contains(token.Typed);
}
