using SlrtBot.Core.Conversations;

namespace SlrtBot.Core.Notifications;

/// <summary>A message on its way out, opened.</summary>
/// <param name="Address">The chat, as the channel's adapter stored it.</param>
/// <param name="Language">Of the person.</param>
/// <param name="About">The channel's id of the message of ours that this one edits or answers; null where there is none.</param>
public sealed record Outgoing(
    Guid Id, Guid ConversationId, string Channel, string Address, OutboundKind Kind, MessageContent Content, string? About = null, string Language = "id")
{
    public SentParts Parts { get; init; } = new(0, _ => Task.CompletedTask);
}

public enum DeliveryResult
{
    Sent,

    /// <summary>The channel asked to wait, or our own throttle did: not a failure.</summary>
    Later,

    /// <summary>It never left this machine (no connection): safe to send again.</summary>
    NotSent,

    /// <summary>It may or may not have arrived: time-out after sending, a 5xx.</summary>
    Unknown,

    /// <summary>The same, and this process saw the connection break: it need not wait to learn whether somebody still sends.</summary>
    Broken,

    /// <summary>The channel will never take this message.</summary>
    Refused,

    /// <summary>The person blocked the bot or is gone.</summary>
    Unreachable,

    /// <summary>The channel refuses the bot itself: nothing is wrong with the message.</summary>
    ChannelDown,

    /// <summary>The channel cannot do what is asked, and nobody misses it: an earlier message keeps its text.</summary>
    Needless,
}

/// <param name="NotBefore">UTC, with <see cref="DeliveryResult.Later"/>.</param>
/// <param name="ErrorCode">A short code for staff, never the channel's words.</param>
public sealed record Delivery(
    DeliveryResult Result, string? ProviderMessageId = null, DateTime? NotBefore = null, string? ErrorCode = null);

/// <summary>The port to a channel that is written to.</summary>
public interface IMessenger
{
    /// <summary><c>telegram</c>, …</summary>
    string Channel { get; }

    /// <summary>How many messages it would send right now, at most; 0 while it is off, down or throttled.</summary>
    int Capacity { get; }

    /// <summary>Sends once. Expected failures are results; an exception counts as <see cref="DeliveryResult.Unknown"/>.</summary>
    Task<Delivery> SendAsync(Outgoing message, CancellationToken cancellationToken);

    /// <summary>
    /// Shows for some seconds that an answer is being written, where the channel can show it. A courtesy: nothing is
    /// stored, repeated or reported, and no message waits for it.
    /// </summary>
    /// <param name="address">As in <see cref="Outgoing.Address"/>.</param>
    Task ShowTypingAsync(string address, CancellationToken cancellationToken) => Task.CompletedTask;
}
