using SlrtBot.Bot.Engine;

namespace SlrtBot.Bot.Dialogs.Complaints;

/// <summary>
/// "iya saya setuju, tadi baca sedikit", "ya udah bener, kirim": the one word that counts, said among others. It is none where
/// anything in the message denies it, doubts it or asks.
/// </summary>
internal static class Assent
{
    public const string Consents = "answer.consents";
    public const string Sends = "answer.sends";
    private const string Denials = "words.denial";
    private const int MostWords = 25;

    public static bool Speaks(Turn turn, string text, string key)
    {
        var said = turn.Forms.Hear(text);
        return said.Count <= MostWords && !said.Asks && Has(key) && !Has($"{key}.unless") && !Has(Denials);

        bool Has(string forms) => turn.Forms.Of(forms).AreIn(said);
    }
}
