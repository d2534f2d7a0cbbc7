namespace SlrtBot.Bot.Engine;

/// <summary>The opposite of <see cref="GuardedAttribute"/>: one of the two stands on every word, listener and dialog.</summary>
/// <param name="because">Why somebody without the PIN may have it.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class UnguardedAttribute(string because) : Attribute
{
    public string Because { get; } = because;
}
