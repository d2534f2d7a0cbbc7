using System.Collections.Concurrent;
using System.Globalization;
using SlrtBot.Bot.Protocol;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Notifications;

namespace SlrtBot.Bot.Telegram;

/// <summary>Sends what the outbox holds for Telegram, as fast as the API allows and not faster.</summary>
public sealed class TelegramMessenger(
    TelegramClient client, TelegramThrottle throttle, TelegramOptions options, TelegramState state, TimeProvider clock) : IMessenger
{
    private static readonly TimeSpan PauseWhenRefused = TimeSpan.FromMinutes(1);

    /// <summary>Of long messages that were interrupted: how many parts the person has already.</summary>
    private readonly ConcurrentDictionary<Guid, int> _partsSent = new();

    public string Channel => Core.Conversations.Channels.Telegram;

    public int Capacity => options.IsOn ? throttle.Room : 0;

    public async Task<Delivery> SendAsync(Outgoing message, CancellationToken cancellationToken)
    {
        if (!long.TryParse(message.Address, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var chatId)
            || string.IsNullOrWhiteSpace(message.Content.Text))
        {
            return new Delivery(DeliveryResult.Refused, ErrorCode: "nothing_to_send");
        }

        // What comes unasked, or from staff, is about somebody's complaint.
        var content = message.Content with { Protected = message.Content.Protected || message.Kind != OutboundKind.Reply };
        var parts = TelegramReplies.Split(ContentAsActivity.ToActivity(content));
        var lastId = 0L;
        for (var i = _partsSent.GetValueOrDefault(message.Id); i < parts.Count; i++)
        {
            if (throttle.NotBefore(chatId) is { } notBefore)
            {
                return new Delivery(DeliveryResult.Later, NotBefore: notBefore);
            }

            var outcome = await client.SendMessageAsync(TelegramReplies.ToSendMessage(parts[i], chatId), cancellationToken);
            if (outcome is not SendOutcome.Sent sent)
            {
                return Fail(outcome);
            }

            lastId = sent.MessageId;
            _partsSent[message.Id] = i + 1;
        }

        _partsSent.TryRemove(message.Id, out _);
        return new Delivery(DeliveryResult.Sent, lastId == 0 ? null : lastId.ToString(CultureInfo.InvariantCulture));
    }

    private Delivery Fail(SendOutcome outcome)
    {
        switch (outcome)
        {
            case SendOutcome.Retry retry:
                throttle.PauseUntil(retry.NotBefore);
                return new Delivery(DeliveryResult.Later, NotBefore: retry.NotBefore);
            case SendOutcome.BotBroken:
                state.Set(ChannelState.Refused);
                throttle.PauseUntil(clock.GetUtcNow().UtcDateTime + PauseWhenRefused);
                return new Delivery(DeliveryResult.ChannelDown, ErrorCode: "token_refused");
            case SendOutcome.Permanent { Unreachable: true }:
                return new Delivery(DeliveryResult.Unreachable, ErrorCode: "unreachable");
            case SendOutcome.Permanent refused:
                return new Delivery(DeliveryResult.Refused, ErrorCode: $"refused_{refused.Code}");
            case SendOutcome.SafeRetry:
                state.Set(ChannelState.Unreachable);
                return new Delivery(DeliveryResult.NotSent, ErrorCode: "no_connection");
            default:
                return new Delivery(DeliveryResult.Unknown, ErrorCode: "no_answer");
        }
    }
}
