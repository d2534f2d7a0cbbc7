using SlrtBot.Core.Kernel;

namespace SlrtBot.Bot.Dialogs.Complaints;

/// <summary>"ga ada nik nya", "hp mah teu gaduh", "nanti nyusul": who has no number says so in many ways, none of which is one.</summary>
internal static class HasNone
{
    private const int MostWords = 6;

    /// <param name="text">As typed.</param>
    public static bool Says(Turn turn, string text)
    {
        var words = new PlainWording(turn.Phrases).WrittenOut(TextFolding.Fold(text)).Split(' ');
        return words.Length <= MostWords && !text.Any(char.IsDigit)
            && (Any(turn, words, "answer.none") || (Any(turn, words, "words.denial") && Any(turn, words, "answer.none.denied")));
    }

    private static bool Any(Turn turn, string[] words, string key) => Words.Forms(turn.Phrases, key).Any(words.Contains);
}
