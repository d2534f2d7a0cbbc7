using SlrtBot.Bot.Engine;
using SlrtBot.Core.Conversations;

namespace SlrtBot.Bot.Dialogs.Officers;

/// <summary>
/// After somebody wanted to die: a person and the line for the crisis, and no question of any form. What was under way waits, and is taken up
/// by who asks for it.
/// </summary>
public static class WithSomebody
{
    /// <summary>Under which it is open.</summary>
    public const string Step = "emergency/after";

    public static bool IsOpen(Turn turn) => turn.Open.Step == Step;

    /// <param name="isUnderWay">Something waits to be taken up again.</param>
    public static void Show(Turn turn, string text, bool isUnderWay) => turn.Show(Step, new Prompt(text).With(
        turn.Option(Words.Officer, ChoiceStyle.Primary), turn.Option(isUnderWay ? Words.Resume : Words.Report)) with
    { TakesWords = true });
}
