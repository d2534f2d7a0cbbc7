using SlrtBot.Core.Conversations;

namespace SlrtBot.Bot.Engine;

/// <summary>
/// A question as data, already in the resident's language. Channels draw it; <see cref="AnswerReader"/> matches what
/// comes back with its options.
/// </summary>
/// <param name="Text">With one question mark at most.</param>
public sealed record Prompt(string Text)
{
    /// <summary>In the order shown; the numbers 1, 2, 3 stand for them.</summary>
    public IReadOnlyList<Option> Options { get; init; } = [];

    /// <summary>Understood when typed, though not shown: the villages of another page.</summary>
    public IReadOnlyList<Option> Unshown { get; init; } = [];

    /// <summary>Keys of the question before whose buttons go on working: a second press of "send".</summary>
    public IReadOnlyList<string> Keeps { get; init; } = [];

    /// <summary>Any words are an answer: typed text matches an option only letter by letter.</summary>
    public bool TakesWords { get; init; }

    /// <summary>An answer does what is hard to undo: it counts only where the message says nothing else.</summary>
    public bool IsGrave { get; init; }

    /// <summary>Shown after the first answer that was not understood.</summary>
    public string? Example { get; init; }

    /// <summary>What to do, in other words: the answer to "help", and to the second misunderstanding.</summary>
    public string? Help { get; init; }

    /// <summary>Arrives without a sound.</summary>
    public bool Silent { get; init; }

    public Ask Ask { get; init; }

    public string? AskLabel { get; init; }

    public IReadOnlyList<string> Monospace { get; init; } = [];

    public Prompt With(params IEnumerable<Option> more) => this with { Options = [.. Options, .. more] };
}

/// <param name="Key">What the dialog gets: <c>subject.self</c>, <c>village.32.04.37.2001</c>.</param>
/// <param name="Label">At most 24 characters, as the smallest channel allows.</param>
public sealed record Option(string Key, string Label, ChoiceStyle Style = ChoiceStyle.Plain)
{
    /// <summary>Its button is understood also when something else has been asked since: see <see cref="Choice.Lasting"/>.</summary>
    public bool IsLasting { get; init; }
}
