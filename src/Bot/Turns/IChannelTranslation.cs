using SlrtBot.Bot.Protocol;

namespace SlrtBot.Bot.Turns;

/// <summary>What a channel's raw payload means. Pure: no clock, no database, no network.</summary>
public interface IChannelTranslation
{
    /// <summary>The channel's code.</summary>
    string Channel { get; }

    /// <summary>Anything that arrives becomes an activity; what cannot be read says so in it.</summary>
    Activity ToActivity(ReadOnlyMemory<byte> payload);
}
