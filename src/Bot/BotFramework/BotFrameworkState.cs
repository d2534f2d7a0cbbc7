using SlrtBot.Core.Conversations;

namespace SlrtBot.Bot.BotFramework;

/// <summary>What is known of the line to the Bot Connector: told by what comes in and by sending.</summary>
public sealed class BotFrameworkState(BotFrameworkOptions options, TimeProvider clock) : IChannelStatus
{
    private sealed record Standing(ChannelState State, DateTime Since);

    private Standing _standing = new(options.IsOn ? ChannelState.Starting : ChannelState.Off, clock.GetUtcNow().UtcDateTime);

    public string Channel => Core.Conversations.Channels.BotFramework;

    public ChannelState State => Volatile.Read(ref _standing).State;

    public DateTime Since => Volatile.Read(ref _standing).Since;

    /// <summary>The channel reaches us; whether we reach it, sending tells.</summary>
    public void Heard()
    {
        if (State is ChannelState.Off or ChannelState.Starting)
        {
            Set(ChannelState.Working);
        }
    }

    public void Set(ChannelState state)
    {
        if (State != state)
        {
            Volatile.Write(ref _standing, new Standing(state, clock.GetUtcNow().UtcDateTime));
        }
    }
}
