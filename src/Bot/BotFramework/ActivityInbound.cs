using SlrtBot.Bot.Protocol;
using SlrtBot.Bot.Turns;

namespace SlrtBot.Bot.BotFramework;

/// <summary>The translation as the turns ask for it.</summary>
internal sealed class ActivityInbound : IChannelTranslation
{
    public string Channel => Core.Conversations.Channels.BotFramework;

    public Activity ToActivity(ReadOnlyMemory<byte> payload) => ActivityTranslation.ToActivity(payload);

    public string? AddressOf(Activity activity) => ChatReference.Write(activity);
}
