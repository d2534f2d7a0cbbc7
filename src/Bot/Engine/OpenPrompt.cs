using System.Text.Json.Serialization;
using SlrtBot.Core.Conversations;

namespace SlrtBot.Bot.Engine;

/// <summary>The question that the resident sees, as it lies with the conversation between two turns.</summary>
/// <param name="Step">Dialog and step that asked it: <c>complaint/village</c>.</param>
/// <param name="Choices">Shown ones first.</param>
/// <param name="HasKeyboard">It asked for a contact or a location, with keys that must go away again.</param>
/// <param name="IsGrave">See <see cref="Prompt.IsGrave"/>; so is every question with a dangerous button.</param>
public sealed record OpenPrompt(string Step, IReadOnlyList<OpenChoice> Choices, bool TakesWords, bool HasKeyboard, bool IsGrave = false)
{
    private const int MostChoices = 80;

    public static OpenPrompt None { get; } = new("", [], TakesWords: false, HasKeyboard: false);

    /// <summary>UTC; when an angry person was last shown sympathy. It goes from question to question.</summary>
    public DateTime? ComfortedAt { get; init; }

    /// <summary>
    /// Opens a question. Where the same step asks again, its buttons keep their tokens and earlier ones stay valid:
    /// a resident who scrolls up and presses there is understood.
    /// </summary>
    /// <param name="newToken">Makes a random token.</param>
    public static OpenPrompt Of(string step, Prompt prompt, OpenPrompt before, Func<string> newToken)
    {
        var kept = before.Choices.Where(c => before.Step == step || prompt.Keeps.Contains(c.Key)).ToList();
        string TokenOf(Option option) => option.IsLasting
            ? Choice.Lasting(option.Key, option.Label).Token
            : kept.Find(c => c.Key == option.Key)?.Token ?? newToken();
        var shown = prompt.Options.Select((option, i) => new OpenChoice(option.Key, option.Label, TokenOf(option), i + 1));
        var unshown = prompt.Unshown.Select(option => new OpenChoice(option.Key, option.Label, TokenOf(option), OpenChoice.Unshown));
        var earlier = kept.Select(c => c with { Number = prompt.Keeps.Contains(c.Key) ? OpenChoice.Unshown : OpenChoice.PressOnly });
        var choices = shown.Concat(unshown).Concat(earlier).DistinctBy(c => c.Key).Take(MostChoices);
        var isGrave = prompt.IsGrave || prompt.Options.Any(o => o.Style == ChoiceStyle.Danger);
        return new OpenPrompt(step, [.. choices], prompt.TakesWords, prompt.Ask != Ask.None, isGrave) { ComfortedAt = before.ComfortedAt };
    }

    /// <summary>Those that typed words may mean.</summary>
    [JsonIgnore]
    public IEnumerable<OpenChoice> Typeable => Choices.Where(c => c.Number != OpenChoice.PressOnly);

    public OpenChoice? OfToken(string token) => Choices.FirstOrDefault(c => c.Token == token);

    public OpenChoice? OfNumber(int number) => number < 1 ? null : Choices.FirstOrDefault(c => c.Number == number);

    public bool Offers(string key) => Typeable.Any(c => c.Key == key);

    /// <summary>The buttons to draw under the prompt that this was opened with.</summary>
    public IReadOnlyList<Choice> Buttons(Prompt prompt) =>
        [.. prompt.Options.Select((option, i) => new Choice(option.Key, option.Label, Choices[i].Token, option.Style))];
}

/// <param name="Number">As shown, from 1; or one of the constants.</param>
public sealed record OpenChoice(string Key, string Label, string Token, int Number)
{
    /// <summary>Understood when typed, though not on this page.</summary>
    public const int Unshown = 0;

    /// <summary>Of an earlier message of the same question: a press counts, words are not compared with it.</summary>
    public const int PressOnly = -1;
}
