namespace SlrtBot.Bot.Engine;

/// <summary>The name by which conversations store a dialog: renaming it strands the residents who are in the middle of it.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class StoredAsAttribute(string name) : Attribute
{
    public string Name { get; } = name;
}
