using SlrtBot.Bot.Protocol;

namespace SlrtBot.Bot.Turns;

/// <summary>What a channel's raw payload means. Pure: no clock, no database, no network.</summary>
public interface IChannelTranslation
{
    /// <summary>The channel's code.</summary>
    string Channel { get; }

    /// <summary>Anything that arrives becomes an activity; what cannot be read says so in it.</summary>
    Activity ToActivity(ReadOnlyMemory<byte> payload);

    /// <summary>
    /// What the channel needs to reach the chat again, where that is more than the chat's id and may change from message to
    /// message; null where the id is enough.
    /// </summary>
    string? AddressOf(Activity activity) => null;
}
