using SlrtBot.Core.Conversations;

namespace SlrtBot.Bot.Engine;

/// <summary>
/// The same question to somebody who was not understood: first with an example, then as a numbered list or in other
/// words, then with a way out. Never the identical sentence twice, and never with blame.
/// </summary>
public static class Reprompt
{
    private const int Tiers = 3;

    /// <param name="because">What was wrong, where that is known.</param>
    public static Prompt Of(Turn turn, Prompt prompt, string? because)
    {
        turn.Conversation.Misunderstood++;
        string? Sorry(string key) => because ?? (turn.IsComforted ? null : turn.Phrase(key));
        return (turn.Conversation.Misunderstood % Tiers) switch
        {
            1 => prompt with { Text = Join(Sorry("retry.sorry"), prompt.Text, prompt.Example) },
            2 => prompt with { Text = Join(Sorry("retry.still"), InOtherWords(turn, prompt)) },
            _ => WayOut(turn, prompt, because),
        };
    }

    private static string InOtherWords(Turn turn, Prompt prompt)
    {
        var answers = prompt.Options.Count(o => o.Key is not (Words.Back or Words.Skip));
        return prompt.TakesWords || answers == 0
            ? prompt.Help ?? prompt.Text
            : turn.Phrase("retry.numbers") + "\n" + string.Join('\n', Numbered(prompt.Options));
    }

    /// <summary>What brings the person further comes first, as everywhere; the numbers go by the options.</summary>
    private static IEnumerable<string> Numbered(IReadOnlyList<Option> options) =>
        options.Select((o, i) => (Line: $"{i + 1}. {o.Label}", o.Style)).OrderBy(o => o.Style == ChoiceStyle.Success ? 0 : 1).Select(o => o.Line);

    /// <summary>The step's own options stay understood: whoever answers the question after all is not sent in circles.</summary>
    private static Prompt WayOut(Turn turn, Prompt prompt, string? because) => prompt with
    {
        Text = Join(because, turn.Phrase("retry.way_out")),
        Options = [turn.Option(Words.Resume), turn.Option(Words.Officer), turn.Option(Words.Cancel)],
        Unshown = [.. prompt.Options, .. prompt.Unshown],
    };

    private static string Join(params string?[] parts) => string.Join("\n\n", parts.Where(p => !string.IsNullOrEmpty(p)));
}
