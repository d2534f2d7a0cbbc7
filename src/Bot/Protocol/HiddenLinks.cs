using System.Text;

namespace SlrtBot.Bot.Protocol;

/// <summary>
/// Addresses that lie under words or buttons of a message: written beside them, or staff would read "click here" and not
/// where it leads. Wherever residents' words are shown, links in them are dead.
/// </summary>
internal static class HiddenLinks
{
    private const int Most = 10;
    private const int Longest = 200;

    /// <param name="links">Each with the place in the text behind which it is written.</param>
    public static string Show(string text, IEnumerable<(int After, string Address)> links)
    {
        var shown = new StringBuilder(text);
        var hidden = links.Where(link => link.After >= 0 && link.After <= text.Length && !text.Contains(link.Address, StringComparison.OrdinalIgnoreCase));
        foreach (var (after, address) in hidden.Take(Most).OrderByDescending(link => link.After))
        {
            shown.Insert(after, $" ({(address.Length <= Longest ? address : $"{address[..Longest]}…")})");
        }

        return shown.ToString();
    }
}
