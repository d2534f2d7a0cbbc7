using SlrtBot.Bot.Engine;

namespace SlrtBot.Bot.Dialogs.Complaints;

/// <summary>"buat apa?", "ntar disalahgunakan": whoever asks back is told why, and not misread.</summary>
internal static class Doubt
{
    private const int MostWords = 8;

    /// <param name="text">As typed.</param>
    public static bool Speaks(Turn turn, string text) =>
        turn.Forms.Hear(text) is { Count: <= MostWords } said && turn.Forms.Of("answer.doubts").AreIn(said) && !turn.Forms.Of("answer.doubts.unless").AreIn(said);
}
