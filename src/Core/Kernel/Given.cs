namespace SlrtBot.Core.Kernel;

/// <summary>What an act brings to a move: who acts, with which permissions, and the words that go with it.</summary>
public sealed record Given(Provenance By)
{
    private IReadOnlyDictionary<string, string> Words { get; init; } = new Dictionary<string, string>();

    /// <summary>Whether one of ours holds a permission where the record lies. Whoever is not asked holds none.</summary>
    public Func<string, bool> May { get; init; } = _ => false;

    /// <returns>Trimmed; null where nothing, or nothing but blanks, was given.</returns>
    public string? this[string input] => Words.GetValueOrDefault(input);

    /// <summary>A product that is a record of its own.</summary>
    /// <returns>Null where none was given.</returns>
    public Guid? IdOf(string input) => Guid.TryParse(this[input], out var id) ? id : null;

    /// <param name="input">A name that rows may require, such as <c>message</c>.</param>
    public Given With(string input, string? text) => string.IsNullOrWhiteSpace(text)
        ? this
        : this with { Words = new Dictionary<string, string>(Words) { [input] = text.Trim() } };
}
