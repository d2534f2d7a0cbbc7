using SlrtBot.Bot.Engine;
using SlrtBot.Core.Language;
using SlrtBot.Core.Phrases;
using SlrtBot.Core.Programmes;

namespace SlrtBot.Bot.Dialogs.Programmes;

/// <summary>
/// "PKH kapan cair?", "bpnt tgl brp": asks for a day that nobody here knows, and that the window for proposals is not. Who
/// says that it is late complains, and is not held back by an answer.
/// </summary>
internal static class PaymentDates
{
    private const int MostWords = 8;
    private const int MostWordsOfName = 4;
    private const string Key = "answer.payment_date.";

    /// <param name="named">The programme that the words name, if any.</param>
    public static bool AskedIn(PhraseBook book, string text, Programme? named)
    {
        var folded = $" {TextFolding.Fold(text)} ";
        var words = folded.Count(c => c == ' ') - 1;
        bool Says(string list) => Words.Forms(book, Key + list).Any(form => folded.Contains($" {form} ", StringComparison.Ordinal));

        return words <= MostWords && Says("when") && !Says("late") && !Says("other")
            && (Says("paid") || (words <= MostWordsOfName && named is { Topic: ProgrammeTopic.Money or ProgrammeTopic.School }));
    }
}
