using System.Globalization;
using SlrtBot.Bot.Protocol;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Notifications;
using Telegram.Bot.Requests;
using Telegram.Bot.Types.Enums;

namespace SlrtBot.Bot.Telegram;

/// <summary>Sends what the outbox holds for Telegram, as fast as the API allows and not faster.</summary>
public sealed class TelegramMessenger(
    TelegramClient client, TelegramThrottle throttle, TelegramOptions options, TelegramState state, TimeProvider clock) : IMessenger
{
    private static readonly TimeSpan PauseWhenRefused = TimeSpan.FromMinutes(1);

    public string Channel => Core.Conversations.Channels.Telegram;

    public int Capacity => options.IsOn ? throttle.Room : 0;

    public async Task<Delivery> SendAsync(Outgoing message, CancellationToken cancellationToken)
    {
        if (TelegramAddress.Read(message.Address) is not { } to)
        {
            return new Delivery(DeliveryResult.Refused, ErrorCode: "nothing_to_send");
        }

        var chatId = to.ChatId;
        return message.Kind switch
        {
            OutboundKind.Edit => await ChangeAsync(TelegramReplies.ToEditMessageText(Named(message, message.About), chatId), chatId, client.EditMessageTextAsync, cancellationToken),
            OutboundKind.Removal => await ChangeAsync(TelegramReplies.ToDeleteMessage(Named(message, message.Content.Target), chatId), chatId, client.DeleteMessageAsync, cancellationToken),
            _ => string.IsNullOrWhiteSpace(message.Content.Text)
                ? new Delivery(DeliveryResult.Refused, ErrorCode: "nothing_to_send")
                : await SayAsync(message, to, cancellationToken),
        };
    }

    public async Task ShowTypingAsync(string address, CancellationToken cancellationToken)
    {
        if (Capacity <= 0 || TelegramAddress.Read(address) is not { } to)
        {
            return;
        }

        var typing = new SendChatActionRequest { ChatId = to.ChatId, MessageThreadId = to.Topic, Action = ChatAction.Typing };
        if (await client.SendChatActionAsync(typing, cancellationToken) is SendOutcome.Retry retry)
        {
            throttle.PauseUntil(retry.NotBefore);
        }
    }

    private async Task<Delivery> SayAsync(Outgoing message, TelegramAddress to, CancellationToken cancellationToken)
    {
        // What comes unasked, or from staff, is about somebody's complaint.
        var content = message.Content with { Protected = message.Content.Protected || message.Kind != OutboundKind.Reply };
        var parts = TelegramReplies.Split(ContentAsActivity.ToActivity(content, quoted: message.About));
        var lastId = 0L;
        for (var i = message.Parts.Sent; i < parts.Count; i++)
        {
            if (throttle.NotBefore(to.ChatId) is { } notBefore)
            {
                return new Delivery(DeliveryResult.Later, NotBefore: notBefore);
            }

            var outcome = await SendAsync(parts[i], to, cancellationToken);
            if (outcome is not SendOutcome.Sent sent)
            {
                return Fail(outcome);
            }

            lastId = sent.MessageId;
            if (i < parts.Count - 1)
            {
                await message.Parts.AddAsync();
            }
        }

        return new Delivery(DeliveryResult.Sent, lastId == 0 ? null : lastId.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>A topic that the person has deleted is answered in the chat itself.</summary>
    private async Task<SendOutcome> SendAsync(Activity part, TelegramAddress to, CancellationToken cancellationToken)
    {
        var outcome = await client.SendMessageAsync(TelegramReplies.ToSendMessage(part, to.ChatId, to.Topic), cancellationToken);
        return to.Topic is not null && outcome is SendOutcome.Permanent { Code: 400 } refused
            && refused.Reason.Contains("thread not found", StringComparison.OrdinalIgnoreCase)
                ? await client.SendMessageAsync(TelegramReplies.ToSendMessage(part, to.ChatId), cancellationToken)
                : outcome;
    }

    /// <param name="request">Null where the message that is meant never reached the channel.</param>
    private async Task<Delivery> ChangeAsync<TRequest>(
        TRequest? request, long chatId, Func<TRequest, CancellationToken, Task<SendOutcome>> call, CancellationToken cancellationToken)
        where TRequest : class
    {
        if (request is null)
        {
            return new Delivery(DeliveryResult.Refused, ErrorCode: "nothing_to_change");
        }

        if (throttle.NotBefore(chatId) is { } notBefore)
        {
            return new Delivery(DeliveryResult.Later, NotBefore: notBefore);
        }

        var outcome = await call(request, cancellationToken);
        return outcome is SendOutcome.Sent ? new Delivery(DeliveryResult.Sent) : Fail(outcome);
    }

    private static Activity Named(Outgoing message, string? id)
    {
        var activity = ContentAsActivity.ToActivity(message.Content);
        activity.Id = id;
        return activity;
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
            case SendOutcome.Unknown { IsBroken: true }:
                return new Delivery(DeliveryResult.Broken, ErrorCode: "no_answer");
            default:
                return new Delivery(DeliveryResult.Unknown, ErrorCode: "no_answer");
        }
    }
}
