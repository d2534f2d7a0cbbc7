using SlrtBot.Bot.Engine;
using SlrtBot.Core.Language;

namespace SlrtBot.Bot.Dialogs.Complaints;

/// <summary>Who tells of a link, a code or money that somebody wants is warned at once: the answer of an officer may come too late.</summary>
internal static class ScamWarning
{
    /// <param name="text">As typed.</param>
    /// <returns>Null where nothing is said of such things.</returns>
    public static string? Of(Turn turn, string text) =>
        $" {TextFolding.Fold(text)} " is var folded && Words.Forms(turn.Phrases, "answer.scam").Any(sign => folded.Contains($" {sign} ", StringComparison.Ordinal))
            ? turn.Phrase("scam.never")
            : null;
}
