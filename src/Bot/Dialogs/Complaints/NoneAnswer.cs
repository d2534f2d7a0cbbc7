using SlrtBot.Bot.Engine;
using SlrtBot.Core.Language;

namespace SlrtBot.Bot.Dialogs.Complaints;

/// <summary>"ga ada nik nya", "hp mah teu gaduh", "nanti nyusul": who has no number, or knows no name, says so in many ways, none of which is one.</summary>
internal static class NoneAnswer
{
    private const int MostWords = 6;
    private const int WordsOfBeginning = 4;

    /// <summary>"ga ada foto pak, emak mah hapenya jelek": said first, and why after it.</summary>
    public static bool Begins(Turn turn, string text) => turn.Forms.Hear(text) is { Count: > WordsOfBeginning } said && Says(turn, said.Part(0, WordsOfBeginning));

    /// <param name="text">As typed.</param>
    public static bool Says(Turn turn, string text)
    {
        var (said, bare) = (turn.Forms.Hear(text), turn.Forms.Hear(turn.Forms.Wording.WithoutCourtesies(TextFolding.Fold(text))));
        return (bare.Count == 1 && Has(bare, "words.denial"))
            || (said.Count <= MostWords && !text.Any(char.IsDigit)
                && (Has(said, "answer.none") || (Has(said, "words.denial") && Has(said, "answer.none.denied"))));

        // "no" is how both "not" and "number" are written short.
        bool Has(Utterance words, string forms) => turn.Forms.Of(forms).Find(words) is { } found
            && !(found.End == found.Start + 1 && words.Folded[found.Start] is "nomor" or "nomer" && turn.Forms.Of(forms).Find(words, found.End) is null);
    }
}
