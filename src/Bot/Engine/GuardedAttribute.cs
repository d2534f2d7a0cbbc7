namespace SlrtBot.Bot.Engine;

/// <summary>
/// What a word, a listener or a dialog shows or changes is personal. Of a chat with a PIN such a word waits for it, such a
/// listener does not hear, and such a dialog is over once the chat has locked. See docs/dialogs.md, "A phone in many hands".
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class GuardedAttribute : Attribute
{
    /// <summary>Of a word: also within the minutes for which the PIN has opened the chat.</summary>
    public bool Always { get; init; }

    /// <summary>Of a word: in the middle of a form it means the form, which needs no PIN.</summary>
    public bool AtRestOnly { get; init; }
}
