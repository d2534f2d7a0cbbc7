using System.Collections.Frozen;
using SlrtBot.Core.Language;

namespace SlrtBot.Core.Understanding;

/// <summary>
/// Words that say what a message is about more surely than a model that has seen few such lines (<c>Words/categories.tsv</c>): money
/// that went to a caller, school aid that is not paid.
/// </summary>
internal sealed class CategoryWords
{
    private const string Any = "*";
    private readonly Row[] _rows = [.. Tables.Read("Words.categories").Select(Row.Of)];

    public static CategoryWords BuiltIn { get; } = new();

    /// <param name="label">What the model makes of it.</param>
    /// <returns>The code of a category; null where the words say nothing against the model.</returns>
    public string? Find(IReadOnlyList<Token> tokens, string label, string? programme) => Array.Find(_rows, row => row.Fits(tokens, label, programme))?.Category;

    private sealed record Row(string Category, string? Programme, string From, FrozenSet<string>[] Parts, FrozenSet<string> Unless)
    {
        public static Row Of(string[] row) => new(
            row[0], row[1] == "-" ? null : row[1], row[2], [.. row[3].Split(' ').Select(Alternatives)], row.Length > 4 ? Alternatives(row[4]) : []);

        public bool Fits(IReadOnlyList<Token> tokens, string label, string? programme) => (From == Any || From == label) && (Programme is null || Programme == programme)
            && Array.TrueForAll(Parts, part => tokens.Any(token => In(part, token))) && !tokens.Any(token => In(Unless, token));

        private static bool In(FrozenSet<string> words, Token token) => words.Contains(token.Word) || words.Contains(token.Stem) || words.Contains(token.Typed);

        private static FrozenSet<string> Alternatives(string words) => words.Split('|').SelectMany(word => new[] { word, IndonesianStem.Of(word) }).ToFrozenSet(StringComparer.Ordinal);
    }
}
