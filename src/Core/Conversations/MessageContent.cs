namespace SlrtBot.Core.Conversations;

/// <summary>What a message asks the channel for, beside an answer in words.</summary>
public enum Ask
{
    None,
    Contact,
    Location,
}

/// <summary>
/// A message to a person as every channel understands it: plain text and choices. A channel draws the choices as
/// buttons where it can, and as numbered lines where it cannot; the numbers 1, 2, 3 are understood everywhere.
/// </summary>
/// <param name="Text">Plain text, at most 500 characters from the catalogues, staff's own words up to 3,500.</param>
public sealed record MessageContent(string Text)
{
    public IReadOnlyList<Choice> Choices { get; init; } = [];

    public Ask Ask { get; init; }

    /// <summary>The label of the contact or location button.</summary>
    public string? AskLabel { get; init; }

    /// <summary>Parts of the text that are to be set in a fixed width, such as a reference number.</summary>
    public IReadOnlyList<string> Monospace { get; init; } = [];

    /// <summary>Arrives without a sound.</summary>
    public bool Silent { get; init; }

    /// <summary>Must not be forwarded or saved, where a channel can see to that: everything about a complaint.</summary>
    public bool Protected { get; init; }

    /// <summary>Of an event that a talk with an officer begins: what was said so far, oldest first.</summary>
    public IReadOnlyList<SaidLine> Transcript { get; init; } = [];

    /// <summary>The number of the complaint that it is about: all that a chat with a PIN shows of unasked news.</summary>
    public string? Reference { get; init; }

    /// <summary>Of a removal: the channel's id of the person's message.</summary>
    public string? Target { get; init; }

    /// <summary>The keys that asked for a contact or a location are to go away.</summary>
    public bool RemovesKeyboard { get; init; }

    /// <summary>
    /// The choices as buttons: what brings the person further comes first, since small screens show a few and hide the rest.
    /// The numbers go by <see cref="Choices"/>.
    /// </summary>
    public IReadOnlyList<Choice> Buttons() => [.. Numbered().Select(choice => choice.Choice)];

    /// <summary>In the order of the buttons, each with the number that stands for it.</summary>
    public IEnumerable<(int Number, Choice Choice)> Numbered() =>
        Choices.Select((choice, i) => (i + 1, choice)).OrderBy(choice => choice.choice.Style == ChoiceStyle.Success ? 0 : 1);
}

/// <param name="At">UTC.</param>
public sealed record SaidLine(bool ByResident, string Text, DateTime At);

/// <param name="Key">What the dialog gets when it is chosen.</param>
/// <param name="Label">At most 24 characters.</param>
/// <param name="Token">What travels in the button: random, known only to the server, at most 64 bytes.</param>
/// <param name="Style">For channels that can colour a button.</param>
public sealed record Choice(string Key, string Label, string Token, ChoiceStyle Style = ChoiceStyle.Plain)
{
    /// <summary>What the token of a lasting button begins with.</summary>
    public const char LastingMark = '!';

    /// <summary>
    /// A button under a message that is no question of a dialog, such as a notice of days ago: understood whenever it is
    /// pressed, by the word that hears its key at every step. Anybody may send such a token, so an id in the key must be
    /// one of the chat's own.
    /// </summary>
    /// <param name="key">At most 60 characters of plain letters, digits, dots and dashes.</param>
    public static Choice Lasting(string key, string label, ChoiceStyle style = ChoiceStyle.Plain) =>
        new(key, label, $"{LastingMark}{key}", style);
}

public enum ChoiceStyle
{
    Plain,
    Primary,
    Success,
    Danger,
}
