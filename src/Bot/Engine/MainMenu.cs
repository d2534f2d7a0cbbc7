using SlrtBot.Core.Conversations;

namespace SlrtBot.Bot.Engine;

/// <summary>
/// Where a chat comes to rest: every dialog ends here, and none of them has to know what may begin here. What is said to
/// the menu is taken by the dialog that is stored by its name.
/// </summary>
public static class MainMenu
{
    public const string DialogName = "menu";

    /// <summary>The question that the menu asks: keys of words that hold everywhere.</summary>
    public static Prompt Question(Turn turn) => turn.Question(DialogName).With(
        turn.Option(Words.Report, ChoiceStyle.Primary), turn.Option(Words.Status), turn.Option(Words.Info), turn.Option(Words.Language),
        turn.Option(Words.Officer));

    /// <summary>Ends whatever was under way and shows the menu.</summary>
    public static void Begin(Turn turn)
    {
        Rest(turn);
        turn.Show(DialogName, Question(turn));
    }

    /// <summary>The menu's question after something was said; what has come to rest stays at hand.</summary>
    public static void ShowAfter(Turn turn, params string?[] said)
    {
        foreach (var paragraph in said)
        {
            turn.Add(paragraph);
        }

        turn.Show(DialogName, Question(turn));
    }

    /// <summary>Who is speaking here, what it does, and that it costs nothing.</summary>
    public static void Welcome(Turn turn)
    {
        Rest(turn);
        turn.Show(DialogName, Question(turn) with { Text = turn.Phrase("welcome") });
    }

    /// <summary>Ends what was under way without a word.</summary>
    public static void Rest(Turn turn)
    {
        var conversation = turn.Conversation;
        conversation.Dialog = null;
        conversation.Step = null;
        conversation.Draft = null;
        conversation.DraftId = null;
        conversation.Misunderstood = 0;
    }
}
