using SlrtBot.Bot.Engine;

namespace SlrtBot.Bot.Dialogs.Complaints;

/// <summary>"besok cuci darah, kis mati": the answer of an officer may come too late, and the hospital has to help.</summary>
internal static class TreatmentAtRisk
{
    private const int MostWords = 60;

    /// <returns>Null where no treatment of these days hangs on a card.</returns>
    public static string? Of(Turn turn, string text)
    {
        var said = turn.Forms.Hear(text);
        return said.Count <= MostWords && Has("answer.treatment") && Has("answer.treatment.soon") && Has("answer.treatment.card") && Has("answer.treatment.dead") ? turn.Phrase("treatment.at_risk") : null;

        bool Has(string key) => turn.Forms.Of(key).AreIn(said);
    }
}
