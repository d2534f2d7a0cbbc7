namespace SlrtBot.Bot.Dialogs.Anywhere;

/// <summary>What the word shows or changes is personal: a chat with a PIN asks for it before.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class GuardedAttribute : Attribute
{
    /// <summary>Also within the minutes for which the PIN has opened the chat.</summary>
    public bool Always { get; init; }
}
