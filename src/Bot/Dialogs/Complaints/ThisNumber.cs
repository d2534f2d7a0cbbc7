using SlrtBot.Bot.Engine;

namespace SlrtBot.Bot.Dialogs.Complaints;

/// <summary>"nomor ini juga", "yang ini, wa ini": the number that somebody writes from, which no channel shows.</summary>
internal static class ThisNumber
{
    private const int MostWords = 10;
    private const int FewestDigits = 7;

    /// <param name="text">As typed.</param>
    public static bool Says(Turn turn, string text) => text.Count(char.IsDigit) < FewestDigits
        && turn.Forms.Hear(text) is { Count: <= MostWords, Asks: false } said && turn.Forms.Of("answer.this_number").AreAmong(said);
}
