using SlrtBot.Core.Conversations;
using SlrtBot.Core.Phrases;

namespace SlrtBot.Bot.WebChat;

/// <summary>All that the page shows, in the reader's language and zone.</summary>
public sealed record ChatView(PhraseBook Book, string Language, ChatKey Key, ChatAssets.Addresses Assets)
{
    public IReadOnlyList<ChatBubble> Bubbles { get; init; } = [];

    /// <summary>New with every page: what a double post is known by.</summary>
    public required string FormId { get; init; }

    /// <summary>Said above the text box: what was not taken, and why.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>The parameter of the link that opened the chat.</summary>
    public string Start { get; init; } = "";

    /// <summary>What was typed and could not be taken.</summary>
    public string Unsent { get; init; } = "";

    /// <summary>A message waits for its turn: a page without script looks again.</summary>
    public bool Waits => IsPausing || Bubbles.Any(b => b.IsPending);

    /// <summary>A story in pieces waits for its end, and with it the answer.</summary>
    public bool IsPausing { get; init; }

    public string this[string key] => Book.Get(Language, $"webchat.{key}");

    public string Get(string key, params (string Name, object? Value)[] values) => Book.Get(Language, $"webchat.{key}", values);
}

/// <summary>One message as it is drawn.</summary>
public sealed record ChatBubble
{
    /// <summary>32 hexadecimal digits that sort in time order.</summary>
    public required string Id { get; init; }

    public required bool IsOwn { get; init; }

    public bool IsStaff { get; init; }

    /// <summary>Who writes, for ears and for staff.</summary>
    public required string Writer { get; init; }

    public required IReadOnlyList<TextPart> Parts { get; init; }

    public required string Clock { get; init; }

    /// <summary>"Senin, 23 November 2026".</summary>
    public required string Day { get; init; }

    public string? Status { get; init; }

    public bool IsPending { get; init; }

    /// <summary>Buttons that still work.</summary>
    public IReadOnlyList<Choice> Choices { get; init; } = [];

    /// <summary>Buttons of an answer go once something else was said; those of a notice stay.</summary>
    public bool StaysOpen { get; init; }

    public Ask Ask { get; init; }
}

/// <param name="IsCode">Set in a fixed width, and may be copied.</param>
public sealed record TextPart(string Text, bool IsCode);
