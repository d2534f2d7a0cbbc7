using System.Globalization;
using SlrtBot.Bot.Protocol;
using SlrtBot.Bot.Turns;

namespace SlrtBot.Bot.Telegram;

/// <summary>The translation as the turns ask for it.</summary>
internal sealed class TelegramInbound(TelegramOptions options) : IChannelTranslation
{
    private readonly ChannelAccount _bot = new(options.BotId.ToString(CultureInfo.InvariantCulture), role: "bot");

    public string Channel => Core.Conversations.Channels.Telegram;

    public Activity ToActivity(ReadOnlyMemory<byte> payload) => TelegramTranslation.ToActivity(payload, _bot);
}
