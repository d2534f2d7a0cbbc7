using System.Text.Json;
using SlrtBot.Bot.Protocol;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Notifications;

namespace SlrtBot.Bot.BotFramework;

/// <summary>Sends what the outbox holds for channels of the Bot Connector, one message a second to each conversation.</summary>
internal sealed class BotFrameworkMessenger(
    ConnectorClient client, ConnectorReplies replies, ConversationPace pace, BotFrameworkState state, BotFrameworkOptions options) : IMessenger
{
    private const int AtOnce = 64;

    /// <summary>Bytes of a transcript inside its activity; channels refuse activities of some hundred kilobytes.</summary>
    private const int LongestInline = 64 * 1024;

    public string Channel => Core.Conversations.Channels.BotFramework;

    public int Capacity => options.IsOn || options.IsForEmulators ? AtOnce : 0;

    public async Task<Delivery> SendAsync(Outgoing message, CancellationToken cancellationToken)
    {
        var to = Addressed(message);
        var delivery = message.Kind switch
        {
            OutboundKind.Edit => await EditAsync(message, to, cancellationToken),
            OutboundKind.Removal => await RemoveAsync(message, to, cancellationToken),
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
        for (var i = message.Parts.Sent; i < parts.Count; i++)
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
            if (i < parts.Count - 1)
            {
                await message.Parts.AddAsync();
            }
        }

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

    /// <summary>Only messages of ours: what the person wrote is theirs on every channel of the connector.</summary>
    private async Task<Delivery> RemoveAsync(Outgoing message, ConversationReference to, CancellationToken cancellationToken) =>
        message.About is { } id && ChannelTable.Of(to.ChannelId).Edits
            ? await client.DeleteAsync(id, new Activity { Type = ActivityTypes.MessageDelete }.ApplyConversationReference(to), cancellationToken)
            : new Delivery(DeliveryResult.Needless, ErrorCode: "nothing_to_change");

    private async Task<Delivery> TellAsync(Outgoing message, ConversationReference to, CancellationToken cancellationToken)
    {
        if (!ChannelTable.Of(to.ChannelId).TakesEvents)
        {
            return new Delivery(DeliveryResult.Needless, ErrorCode: "nobody_listens");
        }

        var handOff = ConnectorReplies.HandOff(message.Content, to);
        var transcript = handOff.Attachments[0];
        var bytes = JsonSerializer.SerializeToUtf8Bytes(transcript.Content, ProtocolJson.Options);
        if (bytes.Length > LongestInline)
        {
            var left = await client.UploadAsync(new AttachmentData(transcript.ContentType!, transcript.Name!, bytes), handOff, cancellationToken);
            if (left is not { Result: DeliveryResult.Sent, ProviderMessageId: { } id })
            {
                return left.Result == DeliveryResult.Sent ? new Delivery(DeliveryResult.Unknown, ErrorCode: "no_attachment_id") : left;
            }

            (transcript.Content, transcript.ContentUrl) = (null, ConnectorClient.AttachmentAddress(handOff, id));
        }

        return await client.SendAsync(handOff, cancellationToken);
    }

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
