using SlrtBot.Bot.Engine;
using SlrtBot.Core.Language;

namespace SlrtBot.Bot.Dialogs.Complaints;

/// <summary>Who tells of a link, a code or money that somebody wants is warned at once: the answer of an officer may come too late.</summary>
internal static class ScamWarning
{
    private const int MostWordsOfLure = 8;
    private const int LongestLure = 400;
    private const int MostWordsOfNext = 8;
    private const string OfGovernment = ".go.id";

    /// <summary>
    /// "bansos 600rb klik", a bare link, or one that was passed on: what somebody got and did not tell of. Who tells in words of
    /// their own what became of it lodges a complaint.
    /// </summary>
    public static string? OfLure(Turn turn, Answer answer)
    {
        if (!answer.IsText || answer.Text.Length > LongestLure)
        {
            return null;
        }

        var isShort = answer.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length <= MostWordsOfLure;
        // What has happened already: what to do now, instead of a warning.
        if (Given(turn, answer.Text) is { } given)
        {
            return isShort ? given : null;
        }

        var folded = $" {TextFolding.Fold(answer.Text)} ";
        var lures = answer.Text.Split((char[]?)null).Any(IsForeignLink) || Holds(turn, "answer.lure", folded);
        return lures && (isShort || answer.IsForwarded || AsksIfReal(turn, folded)) ? turn.Phrase("scam.lure") : null;
    }

    /// <returns>Null where nothing was given away yet.</returns>
    public static string? Given(Turn turn, string text) => IsGiven(turn, text) ? turn.Phrase("scam.given") : null;

    /// <summary>In one of the messages of a story.</summary>
    public static bool IsGivenIn(Turn turn, string story) => story.Split('\n').Any(line => IsGiven(turn, line));

    /// <summary>"bank dulu ya", "terus gimana" after something was given away.</summary>
    /// <param name="before">What was told so far.</param>
    /// <returns>Null where nothing was, or something else is said.</returns>
    public static string? Next(Turn turn, string text, string before) => AsksNext(turn, text) && IsGivenIn(turn, before) ? turn.Phrase("scam.bank_first") : null;

    /// <summary>The same, where it was sent already.</summary>
    public static string? NextAfterSending(Turn turn, string text) =>
        turn.Conversation.Dialog == ComplaintDialog.DialogName && turn.Draft<ComplaintDraft>().Receipt is { IsMoneyGone: true } && AsksNext(turn, text) ? turn.Phrase("scam.bank_first.sent") : null;

    private static bool AsksNext(Turn turn, string text) => turn.Forms.Hear(text) is { Count: <= MostWordsOfNext } said && turn.Forms.Of("answer.scam.next").AreIn(said);

    /// <summary>Somebody whom nobody knows wrote, called or came in our name: who can stop them besides us.</summary>
    /// <returns>Null where it is about somebody who is known.</returns>
    public static string? OfStrangers(Turn turn, string text) => turn.Forms.Hear(text) is var said && turn.Forms.Of("answer.scam.strangers").AreIn(said) && turn.Forms.Of("answer.scam.wanted").AreIn(said)
        ? turn.Phrase("scam.strangers")
        : null;

    /// <summary>"udah saya kasih OTP", "kartu kks tos dipasihkeun ka batur", "saldo berkurang 2 juta"; not "suruh kirim OTP".</summary>
    private static bool IsGiven(Turn turn, string text)
    {
        var said = turn.Forms.Hear(text);
        var (given, asked) = (turn.Forms.Of("answer.scam.given"), turn.Forms.Of("answer.scam.asked"));
        var isListed = Enumerable.Range(0, said.Count).Any(i => given.LengthAt(said, i) > 0 && !(i > 0 && asked.LengthAt(said, i - 1) > 0));
        var isLost = Has("answer.scam.lost.money") && Has("answer.scam.lost.how") && Has("answer.scam.lost.where") && !Has("answer.scam.lost.unless");
        return isListed || isLost || (Has("answer.scam.secrets") && Has("answer.scam.gave") && (Has("answer.scam.gave.to") || Has("answer.scam.gave.done")) && !Has("answer.scam.gave.unless"));

        bool Has(string key) => turn.Forms.Of(key).AreIn(said);
    }

    private static bool AsksIfReal(Turn turn, string folded) => Holds(turn, "answer.lure.asks", folded);

    private static bool Holds(Turn turn, string key, string folded) =>
        Words.Forms(turn.Phrases, key).Any(sign => folded.Contains($" {sign} ", StringComparison.Ordinal));

    /// <summary>Neither an address for letters nor a page of the government.</summary>
    private static bool IsForeignLink(string word) =>
        LinkDefanging.HasLink(word) && !word.Contains('@') && !word.Contains(OfGovernment, StringComparison.OrdinalIgnoreCase);

    /// <summary>In the course of a story: once, and again where it turns out that something was given.</summary>
    /// <param name="before">What was told so far.</param>
    public static string? Further(Turn turn, string text, string before)
    {
        var warned = Of(turn, before);
        var isGiven = (warned ?? Of(turn, text)) is not null && text.Split('\n').Select(line => $" {TextFolding.Fold(line)} ")
            .Any(line => Holds(turn, "answer.scam.wallet", line) && !Holds(turn, "answer.scam.asked", line));
        var warning = isGiven ? turn.Phrase("scam.given") : Of(turn, text);
        return warning == warned || warned == turn.Phrase("scam.given") ? null : warning;
    }

    /// <param name="text">As typed.</param>
    /// <returns>Null where nothing is said of such things; what to do at once where a code or money is gone already.</returns>
    public static string? Of(Turn turn, string text)
    {
        var folded = $" {TextFolding.Fold(text)} ";
        return IsGiven(turn, text) ? turn.Phrase("scam.given")
            : Holds(turn, "answer.scam", folded) ? turn.Phrase("scam.never")
            : null;
    }
}
