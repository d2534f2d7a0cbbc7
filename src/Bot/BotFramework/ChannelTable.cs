using System.Collections.Frozen;
using SlrtBot.Bot.Protocol;

namespace SlrtBot.Bot.BotFramework;

/// <summary>How a channel shows what can be chosen.</summary>
public enum ButtonLayout
{
    /// <summary>Numbered lines in the text: everybody can type a number.</summary>
    Numbers,

    /// <summary>Buttons above the line where one writes; they go away when one is pressed.</summary>
    Suggested,

    /// <summary>Buttons on cards under the message.</summary>
    Cards,
}

/// <summary>What a channel of the Bot Connector can do.</summary>
/// <param name="MostButtons">On one card; 0 where there are none.</param>
/// <param name="LongestText">UTF-16 units of one message.</param>
/// <param name="Edits">Messages can be changed later.</param>
/// <param name="TakesEvents">Events reach whoever listens at the other end, and no person.</param>
/// <param name="HidesTokens">A button may carry something beside its words (messageBack); else a press is its words (imBack), which every client shows.</param>
public sealed record ChannelAbilities(ButtonLayout Layout, int MostButtons, int LongestText, bool Edits, bool TakesEvents, bool HidesTokens = false);

/// <summary>
/// The channels and their limits, in one place. Source: the channels reference of Azure AI Bot Service and the card
/// reference of Teams; a channel that does not stand here gets plain text and numbers.
/// </summary>
public static class ChannelTable
{
    private const int UsualText = 3500;

    /// <summary>Of an SMS in ten parts; gateways cut longer ones off.</summary>
    private const int ShortText = 1500;

    private static readonly ChannelAbilities Unknown = new(ButtonLayout.Numbers, 0, ShortText, Edits: false, TakesEvents: false);

    private static readonly FrozenDictionary<string, ChannelAbilities> Known = new Dictionary<string, ChannelAbilities>
    {
        [Channels.Msteams] = new(ButtonLayout.Cards, 6, UsualText, Edits: true, TakesEvents: false, HidesTokens: true),
        [Channels.Webchat] = new(ButtonLayout.Suggested, 100, UsualText, Edits: false, TakesEvents: true, HidesTokens: true),
        [Channels.Directline] = new(ButtonLayout.Suggested, 100, UsualText, Edits: false, TakesEvents: true, HidesTokens: true),
        [Channels.Emulator] = new(ButtonLayout.Suggested, 100, UsualText, Edits: true, TakesEvents: true),
        [Channels.Telegram] = new(ButtonLayout.Suggested, 100, UsualText, Edits: false, TakesEvents: false),
        ["line"] = new(ButtonLayout.Suggested, 13, UsualText, Edits: false, TakesEvents: false),
        ["facebook"] = new(ButtonLayout.Suggested, 10, 1900, Edits: false, TakesEvents: false),
        ["email"] = new(ButtonLayout.Numbers, 0, UsualText, Edits: false, TakesEvents: false),
        ["sms"] = Unknown,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    public static ChannelAbilities Of(string? channelId) => Known.GetValueOrDefault(channelId ?? "", Unknown);
}
