using SlrtBot.Bot.Engine;
using SlrtBot.Core.Language;

namespace SlrtBot.Bot.Dialogs.Complaints;

/// <summary>"buat apa?", "ntar disalahgunakan": whoever asks back is told why, and not misread.</summary>
internal static class Doubt
{
    private const int MostWords = 8;

    /// <param name="text">As typed.</param>
    public static bool Speaks(Turn turn, string text) => $" {TextFolding.Fold(text)} " is var folded
        && folded.Count(c => c == ' ') <= MostWords + 1
        && Words.Forms(turn.Phrases, "answer.doubts").Any(doubt => folded.Contains($" {doubt} ", StringComparison.Ordinal));
}
