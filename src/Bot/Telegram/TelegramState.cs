using SlrtBot.Core.Conversations;
using Telegram.Bot.Types;

namespace SlrtBot.Bot.Telegram;

/// <summary>What is known of the line to Telegram: told by polling, sending and the look at the webhook.</summary>
public sealed class TelegramState(TelegramOptions options, TimeProvider clock) : IChannelStatus
{
    private readonly Lock _gate = new();
    private ChannelState _state = options.IsOn ? ChannelState.Starting : ChannelState.Off;
    private ChannelFacts _facts = ChannelFacts.None;
    private DateTime _since = clock.GetUtcNow().UtcDateTime;
    private volatile string? _userName = options.BotUsername;

    public string Channel => Core.Conversations.Channels.Telegram;

    public ChannelState State
    {
        get
        {
            lock (_gate)
            {
                return _state;
            }
        }
    }

    public DateTime Since
    {
        get
        {
            lock (_gate)
            {
                return _since;
            }
        }
    }

    /// <summary>The bot's, without the @; null while it is not known.</summary>
    public string? UserName
    {
        get => _userName;
        set => _userName = value;
    }

    public string? LinkTo(string parameter) => options.IsOn && UserName is { } name ? $"https://t.me/{name}?start={parameter}" : null;

    public ChannelFacts Facts
    {
        get
        {
            lock (_gate)
            {
                return _facts;
            }
        }
    }

    /// <summary>What getWebhookInfo answered.</summary>
    public void Note(WebhookInfo info)
    {
        var expected = options.Mode == TelegramMode.Webhook ? options.WebhookUrl?.ToString() : "";
        var facts = new ChannelFacts(
            info.Url ?? "", expected, info.PendingUpdateCount, info.LastErrorDate, info.LastErrorMessage);
        lock (_gate)
        {
            _facts = facts;
        }
    }

    /// <returns>True when that is news.</returns>
    public bool Set(ChannelState state)
    {
        lock (_gate)
        {
            if (_state == state)
            {
                return false;
            }

            _state = state;
            _since = clock.GetUtcNow().UtcDateTime;
            return true;
        }
    }

    /// <summary>The state that a failed call speaks of.</summary>
    public static ChannelState Of(SendOutcome problem) => problem switch
    {
        SendOutcome.BotBroken => ChannelState.Refused,
        SendOutcome.Permanent { Code: 409 } => ChannelState.Conflict,
        _ => ChannelState.Unreachable,
    };
}
