using System.Text.RegularExpressions;
using SlrtBot.Bot.Protocol;
using SlrtBot.Core.Language;

namespace SlrtBot.Bot.BotFramework;

/// <summary>
/// The bot's own name, which channels put before what is said to it. Their entities do not always hold the words as they
/// stand in the text, or hold none: the mark-up and the name itself are looked for as well.
/// </summary>
internal static partial class Mentions
{
    /// <returns>The words without the bot's name; other people's names stay, without mark-up.</returns>
    public static string? Strip(Activity sent)
    {
        if (sent.Text is not { } text)
        {
            return null;
        }

        var ours = sent.Entities.Where(e => e?.Type == "mention").Select(e => e.GetAs<Mention>()).OfType<Mention>()
            .Where(m => m.Mentioned is { } who && (who.Id is { } id ? id == sent.Recipient?.Id : IsSame(who.Name, sent.Recipient?.Name))).ToList();
        foreach (var words in ours.Select(m => m.Text).Where(words => !string.IsNullOrWhiteSpace(words)))
        {
            text = text.Replace(words!, "", StringComparison.Ordinal);
        }

        var names = ours.Select(m => m.Mentioned!.Name).Append(sent.Recipient?.Name).OfType<string>().Where(name => TextFolding.Fold(name).Length > 0).ToList();
        text = Tag().Replace(text, tag => names.Exists(name => IsSame(name, tag.Groups[1].Value)) ? "" : tag.Groups[1].Value);
        return text.Length < sent.Text.Length ? text : WithoutCall(text, names, mayLackSign: ours.Count > 0);
    }

    /// <param name="mayLackSign">The channel says that the name is there: it may stand without its @.</param>
    private static string WithoutCall(string text, List<string> names, bool mayLackSign)
    {
        foreach (var name in names)
        {
            var call = Regex.Match(text, $@"^\s*@{(mayLackSign ? "?" : "")}{Regex.Escape(name)}(?![\p{{L}}\p{{N}}_])[\s,:]*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
            if (call.Success)
            {
                return text[call.Length..];
            }
        }

        return text;
    }

    private static bool IsSame(string? one, string? other) =>
        one is not null && other is not null && TextFolding.Fold(one) == TextFolding.Fold(other);

    [GeneratedRegex("<at(?:\\s[^>]*)?>(.*?)</at>", RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Tag();

    private sealed record Mention(ChannelAccount? Mentioned, string? Text);
}
