using SlrtBot.Bot.Engine;
using SlrtBot.Core.Language;

namespace SlrtBot.Bot.Dialogs.Complaints;

/// <summary>
/// "iya saya setuju, tadi baca sedikit", "ya udah bener, kirim": the one word that counts, said among others. It is none where
/// anything in the message denies it, doubts it or asks.
/// </summary>
internal static class Assent
{
    public const string Consents = "answer.consents";
    public const string Sends = "answer.sends";
    private const string Unless = "answer.assent.unless";
    private const string Denials = "words.denial";
    private const int MostWords = 12;

    public static bool Speaks(Turn turn, string text, string key)
    {
        var said = new PlainWording(turn.Phrases).WrittenOut(TextFolding.Fold(text)).Split(' ');
        return said.Length <= MostWords && !text.Contains('?', StringComparison.Ordinal) && Has(key) && !Has(Unless) && !Has(Denials);

        bool Has(string forms) => said.Intersect(Words.Forms(turn.Phrases, forms)).Any();
    }
}
