using System.Collections.Concurrent;
using SlrtBot.Bot.Protocol;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Notifications;

namespace SlrtBot.Bot.BotFramework;

/// <summary>Sends what the outbox holds for channels of the Bot Connector, one message a second to each conversation.</summary>
internal sealed class BotFrameworkMessenger(
    ConnectorClient client, ConnectorReplies replies, ConversationPace pace, BotFrameworkState state, BotFrameworkOptions options) : IMessenger
{
    private const int AtOnce = 64;

    /// <summary>Of long messages that were interrupted: how many parts the person has already.</summary>
    private readonly ConcurrentDictionary<Guid, int> _partsSent = new();

    public string Channel => Core.Conversations.Channels.BotFramework;

    public int Capacity => options.IsOn || options.IsForEmulators ? AtOnce : 0;

    public async Task<Delivery> SendAsync(Outgoing message, CancellationToken cancellationToken)
    {
        var to = Addressed(message);
        var delivery = message.Kind switch
        {
            OutboundKind.Edit => await EditAsync(message, to, cancellationToken),
            OutboundKind.Event => await TellAsync(message, to, cancellationToken),
            _ => await SayAsync(message, replies.Draw(message.Content, to, message.Language), cancellationToken),
        };
        Note(delivery);
        return delivery;
    }

    public async Task ShowTypingAsync(string address, CancellationToken cancellationToken)
    {
        var to = ChatReference.Read(address);
        if (ChannelTable.Of(to.ChannelId).Layout != ButtonLayout.Numbers)
        {
            await client.SendAsync(new Activity { Type = ActivityTypes.Typing }.ApplyConversationReference(Named(to)), cancellationToken);
        }
    }

    private async Task<Delivery> SayAsync(Outgoing message, IReadOnlyList<Activity> parts, CancellationToken cancellationToken)
    {
        if (parts.Count == 0)
        {
            return new Delivery(DeliveryResult.Refused, ErrorCode: "nothing_to_send");
        }

        string? lastId = null;
        for (var i = _partsSent.GetValueOrDefault(message.Id); i < parts.Count; i++)
        {
            if (pace.NotBefore(message.ConversationId) is { } notBefore)
            {
                return new Delivery(DeliveryResult.Later, NotBefore: notBefore);
            }

            var delivery = await client.SendAsync(parts[i], cancellationToken);
            if (delivery.Result != DeliveryResult.Sent)
            {
                return delivery;
            }

            lastId = delivery.ProviderMessageId;
            _partsSent[message.Id] = i + 1;
        }

        _partsSent.TryRemove(message.Id, out _);
        return new Delivery(DeliveryResult.Sent, lastId);
    }

    private async Task<Delivery> EditAsync(Outgoing message, ConversationReference to, CancellationToken cancellationToken)
    {
        if (message.About is not { } id || !ChannelTable.Of(to.ChannelId).Edits)
        {
            return new Delivery(DeliveryResult.Needless, ErrorCode: "nothing_to_change");
        }

        if (pace.NotBefore(message.ConversationId) is { } notBefore)
        {
            return new Delivery(DeliveryResult.Later, NotBefore: notBefore);
        }

        var changed = replies.Draw(message.Content, to, message.Language)[0];
        changed.Id = id;
        var delivery = await client.UpdateAsync(id, changed, cancellationToken);
        return delivery with { ProviderMessageId = null };
    }

    private Task<Delivery> TellAsync(Outgoing message, ConversationReference to, CancellationToken cancellationToken) =>
        ChannelTable.Of(to.ChannelId).TakesEvents
            ? client.SendAsync(ConnectorReplies.HandOff(message.Content, to), cancellationToken)
            : Task.FromResult(new Delivery(DeliveryResult.Needless, ErrorCode: "nobody_listens"));

    private ConversationReference Addressed(Outgoing message)
    {
        var to = Named(ChatReference.Read(message.Address));

        // Only an answer answers; what comes unasked would hang on a word of days ago.
        to.ActivityId = message.Kind == OutboundKind.Reply ? to.ActivityId : null;
        return to;
    }

    /// <summary>Web Chat does not say whom it wrote to.</summary>
    private ConversationReference Named(ConversationReference to)
    {
        to.Bot ??= new ChannelAccount(options.AppId ?? "slrtbot", role: "bot");
        return to;
    }

    private void Note(Delivery delivery)
    {
        ChannelState? told = delivery.Result switch
        {
            DeliveryResult.Sent => ChannelState.Working,
            DeliveryResult.ChannelDown => ChannelState.Refused,
            DeliveryResult.NotSent => ChannelState.Unreachable,
            _ => null,
        };
        if (told is { } news)
        {
            state.Set(news);
        }
    }
}
