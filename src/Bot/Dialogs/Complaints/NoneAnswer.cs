using SlrtBot.Bot.Engine;
using SlrtBot.Core.Language;

namespace SlrtBot.Bot.Dialogs.Complaints;

/// <summary>"ga ada nik nya", "hp mah teu gaduh", "nanti nyusul": who has no number, or knows no name, says so in many ways, none of which is one.</summary>
internal static class NoneAnswer
{
    private const int MostWords = 6;

    /// <param name="text">As typed.</param>
    public static bool Says(Turn turn, string text)
    {
        var wording = new PlainWording(turn.Phrases);
        var words = wording.WrittenOut(TextFolding.Fold(text)).Split(' ');
        if (wording.WithoutCourtesies(TextFolding.Fold(text)) is { Length: > 0 } bare && Words.Forms(turn.Phrases, "words.denial").Contains(bare))
        {
            return true;
        }

        return words.Length <= MostWords && !text.Any(char.IsDigit)
            && (Any(turn, words, "answer.none") || (Any(turn, words, "words.denial") && Any(turn, words, "answer.none.denied")));
    }

    private static bool Any(Turn turn, string[] words, string key) => Words.Forms(turn.Phrases, key).Any(words.Contains);
}
