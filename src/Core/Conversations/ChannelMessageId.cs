using SlrtBot.Core.Sealing;

namespace SlrtBot.Core.Conversations;

/// <summary>
/// A channel's own id of a message as it is kept, to find the message again: a keyed hash, since some channels make such
/// ids of the person's telephone number.
/// </summary>
public static class ChannelMessageId
{
    private const string Purpose = "channel_message";

    public static string Of(BlindIndex blind, string id) => Convert.ToHexStringLower(blind.Of(Purpose, id));
}
