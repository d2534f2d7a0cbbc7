namespace SlrtBot.Bot.Engine;

/// <summary>
/// The keys that lead to an <see cref="GlobalWord"/>: options of that key, and the forms of <c>words.{key}</c> in the
/// catalogues. A key that ends with a dot stands for all that begin with it (<c>language.</c>: <c>language.id</c>).
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class HearsAttribute(params string[] keys) : Attribute
{
    public IReadOnlyList<string> Keys { get; } = keys;

    /// <summary>The word may be followed by more, which is <see cref="Answer.Rest"/>: "status SLRT-7K3M-9QXA-5".</summary>
    public bool WithMore { get; init; }

    /// <summary>The word may be followed by a code and by nothing else, so that a story may begin with it: "tambah SLRT-7K3M-9QXA-5".</summary>
    public bool WithCode { get; init; }
}
