namespace SlrtBot.Bot.Dialogs.Emergencies;

/// <summary>What an emergency stopped, until it is safe to go on; lies sealed with the conversation.</summary>
/// <param name="Open">The question that was open.</param>
/// <param name="Words">What was written and not taken by any question yet.</param>
public sealed record Held(OpenPrompt Open, Collected Words)
{
    public void Add(Collected more)
    {
        Words.Texts.AddRange(more.Texts);
        Words.Numbers.AddRange(more.Numbers);
        Words.Messages.AddRange(more.Messages);
    }

    public Answer AsAnswer() => new() { Text = string.Join('\n', Words.Texts), Numbers = Words.Numbers };
}
