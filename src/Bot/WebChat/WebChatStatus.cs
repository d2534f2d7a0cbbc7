using Microsoft.Extensions.Options;
using SlrtBot.Core.Conversations;

namespace SlrtBot.Bot.WebChat;

/// <summary>Our own page works whenever this process does.</summary>
internal sealed class WebChatStatus(IOptions<WebChatOptions> options, TimeProvider clock) : IChannelStatus
{
    public string Channel => Core.Conversations.Channels.WebChat;

    public ChannelState State => options.Value.Enabled ? ChannelState.Working : ChannelState.Off;

    public DateTime Since { get; } = clock.GetUtcNow().UtcDateTime;
}
