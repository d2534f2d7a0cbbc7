using SlrtBot.Core.Complaints;
using SlrtBot.Core.Kernel;

namespace SlrtBot.Bot.Dialogs.Standings;

/// <summary>Which complaint a word is about: the one whose number came with it, or one to be chosen.</summary>
public sealed class ComplaintChoice(StatusTeller status)
{
    private const int Shown = 5;

    /// <param name="key">Of the word or of the button.</param>
    /// <param name="rest">What followed the word.</param>
    /// <returns>A reference; empty where none was named; null where what followed is no reference, so that the word was not meant.</returns>
    public static string? Named(string key, string rest)
    {
        if (AboutComplaint.ReferenceIn(key) is { } pressed)
        {
            return pressed;
        }

        return rest.Length == 0 ? "" : ReferenceCode.TryParse(rest, out var typed) ? typed : null;
    }

    /// <summary>A button for each of several; the plain sentence where there is none.</summary>
    public void Ask(Turn turn, string word, IReadOnlyList<Complaint> among) => status.Say(
        turn,
        turn.Phrase(among.Count == 0 ? "status.none" : "standing.which"),
        [.. among.Take(Shown).Select(c => new Option(AboutComplaint.Key(word, c.Reference), c.Reference))]);
}
