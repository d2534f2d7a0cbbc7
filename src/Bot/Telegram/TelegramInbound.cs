using System.Globalization;
using SlrtBot.Bot.Protocol;
using SlrtBot.Bot.Turns;

namespace SlrtBot.Bot.Telegram;

/// <summary>The translation as the turns ask for it.</summary>
internal sealed class TelegramInbound(TelegramOptions options, TelegramState state) : IChannelTranslation
{
    private readonly string _botId = options.BotId.ToString(CultureInfo.InvariantCulture);

    public string Channel => Core.Conversations.Channels.Telegram;

    public Activity ToActivity(ReadOnlyMemory<byte> payload) =>
        TelegramTranslation.ToActivity(payload, new ChannelAccount(_botId, state.UserName, "bot"));

    public string? AddressOf(Activity activity) => TelegramAddress.Of(activity);
}
