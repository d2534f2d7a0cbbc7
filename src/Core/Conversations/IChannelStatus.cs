namespace SlrtBot.Core.Conversations;

/// <summary>How a channel is doing, for the start-up lines and the system page.</summary>
public interface IChannelStatus
{
    /// <summary>The channel's code.</summary>
    string Channel { get; }

    ChannelState State { get; }

    /// <summary>UTC; since when.</summary>
    DateTime Since { get; }

    /// <summary>What the channel said when it was asked.</summary>
    ChannelFacts Facts => ChannelFacts.None;

    /// <summary>
    /// The address that opens a chat with us there and brings a word along, of at most 64 letters, digits, dashes and
    /// underscores; null where the channel has no such addresses, or ours is not known yet.
    /// </summary>
    string? LinkTo(string parameter) => null;
}

/// <param name="Webhook">Where the channel delivers; empty for nowhere, null where it has no such thing.</param>
/// <param name="ExpectedWebhook">Where it should; null where that is not known.</param>
/// <param name="Waiting">Messages that it could not deliver yet.</param>
/// <param name="LastErrorAt">UTC; of its last failed delivery.</param>
/// <param name="LastError">In the channel's words, which name addresses and statuses only.</param>
public sealed record ChannelFacts(string? Webhook, string? ExpectedWebhook, int? Waiting, DateTime? LastErrorAt, string? LastError)
{
    public static ChannelFacts None { get; } = new(null, null, null, null, null);
}

/// <summary>Stable codes: <c>channel_state.{code}</c> in the catalogues.</summary>
public enum ChannelState
{
    /// <summary>Not configured.</summary>
    Off,

    /// <summary>Configured; nothing heard of the channel yet.</summary>
    Starting,
    Working,

    /// <summary>No connection, or no sensible answer: tried again.</summary>
    Unreachable,

    /// <summary>The channel does not accept the bot's token or password.</summary>
    Refused,

    /// <summary>Another program takes the same bot's messages.</summary>
    Conflict,

    /// <summary>Another process of this installation talks to the channel; this one takes over when that one ends.</summary>
    StandingBy,

    /// <summary>Messages wait at the channel because they cannot be delivered here.</summary>
    Backlog,
}
