namespace SlrtBot.Bot.Engine;

/// <summary>What a step makes of an answer.</summary>
/// <param name="Text">Said before whatever is asked next.</param>
public sealed record Next(NextKind Kind, string? Text = null)
{
    /// <summary>Nothing to say.</summary>
    public static Next Silent { get; } = new(NextKind.Silent);

    /// <summary>The dialog had come to rest: what was sent begins something new.</summary>
    public static Next NotMine { get; } = new(NextKind.NotMine);

    public string? Step { get; private init; }

    /// <summary>Takes the place of the draft, where the dialog goes on with another one.</summary>
    public object? Draft { get; init; }

    /// <summary>Answered: on to the first question that is still open.</summary>
    public static Next Forward(string? text = null) => new(NextKind.Forward, text);

    /// <summary>Taken in, and the same step asks again: another page, one more photo.</summary>
    public static Next Again(string? text = null) => new(NextKind.Again, text);

    /// <summary>Not understood: asked again in another way each time, at the third time with a way out.</summary>
    /// <param name="because">A sentence that says what is wrong with it.</param>
    public static Next Puzzled(string? because = null) => new(NextKind.Puzzled, because);

    /// <summary>To a named step, whose answer stays until it is given anew.</summary>
    public static Next To(string step) => new(NextKind.To) { Step = step };

    /// <summary>Said, and nothing asked: the question at hand stays as it is.</summary>
    public static Next Said(string text) => new(NextKind.Said, text);

    /// <summary>The dialog is over and its draft gone; the menu follows.</summary>
    public static Next Over(string? text) => new(NextKind.Over, text);
}

public enum NextKind
{
    Forward,
    Again,
    Puzzled,
    To,
    Said,
    Over,
    Silent,
    NotMine,
}
