using System.Text.RegularExpressions;
using SlrtBot.Bot.Engine;

namespace SlrtBot.Bot.Dialogs.Complaints;

/// <summary>Whoever works abroad, or has somebody there in trouble, is told at once who is nearer than we are.</summary>
internal static partial class WorkAbroad
{
    /// <returns>Null where nothing is said of trouble abroad.</returns>
    public static string? Of(Turn turn, string text)
    {
        var said = turn.Forms.Hear(text);
        return ForeignNumber().IsMatch(text) || (turn.Forms.Of("answer.abroad").AreIn(said) && turn.Forms.Of("answer.abroad.trouble").AreIn(said)) ? turn.Phrase("abroad") : null;
    }

    /// <summary>Of the countries where most of them work, and no number of here.</summary>
    [GeneratedRegex(@"(?<!\d)(?:\+|00) ?(?:966|60|852|886|65|971|974|965|968|962|673|82|81)[ -]?\d{2,}", RegexOptions.CultureInvariant)]
    private static partial Regex ForeignNumber();
}
