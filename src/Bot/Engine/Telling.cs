namespace SlrtBot.Bot.Engine;

/// <summary>Whether words tell something, rather than greet or answer.</summary>
public static class Telling
{
    private const int FewestWords = 4;
    private const int FewestLetters = 18;

    public static bool IsStory(string text) =>
        text.Length >= FewestLetters && text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length >= FewestWords;

    /// <summary>The same, unless it is somebody else's that was passed on.</summary>
    public static bool IsOwnStory(Answer answer) => IsStory(answer.Text) && !answer.IsForwarded;
}
