using SlrtBot.Bot.Protocol;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Sealing;

namespace SlrtBot.Bot.Turns;

/// <summary>
/// One turn: the oldest unhandled message of a chat, what the bot makes of it, and its replies, in one save. Either
/// all of it happened or the message is still new.
/// </summary>
public sealed class TakeTurn(
    LaneRows lanes,
    BeginConversation begin,
    FieldCipher cipher,
    BlindIndex blind,
    Outbox outbox,
    TurnReplies replies,
    IncomingFiles files,
    IEnumerable<IChannelTranslation> translations,
    OvertakenMessages overtaken,
    IBot bot,
    EndPause pause,
    DomainEvents events,
    TimeProvider clock)
{
    /// <param name="lane">The chat's blind index.</param>
    /// <returns>Whether another message of this chat waits; false also where nothing was due.</returns>
    public async Task<Outcome<bool>> DoAsync(byte[] lane, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (await lanes.HeadAsync(lane, cancellationToken) is not { Message: { Payload: not null } message } head || message.NotBefore > now)
        {
            return false;
        }

        var translation = translations.Single(t => t.Channel == message.Channel);
        var activity = await overtaken.ReadAsync(
            translation, cipher.OpenBytes(message.Payload, InboundMessage.Table, message.Id, "payload"), head, cancellationToken);
        var conversation = Greet(head.Conversation ?? begin.Of(new(message, activity.Conversation?.Id ?? "", Chosen(activity)), now), translation.AddressOf(activity), activity, message);
        var by = Provenance.Resident(conversation.Id, message.Channel, now);
        if (conversation.CollectUntil is not null && bot.EndsPause(new TurnContext(activity, conversation, message, [], by)))
        {
            // What came in pieces is taken first, in a save of its own; the answer to this message answers both.
            await pause.TakeAsync(conversation, now, cancellationToken);
            return true;
        }

        var turn = new TurnContext(activity, conversation, message, await files.ReceiveAsync(activity, conversation, now, cancellationToken), by);
        await bot.OnTurnAsync(turn, cancellationToken);
        Finish(turn);
        return !head.IsLast;
    }

    private Conversation Greet(Conversation conversation, string? address, Activity activity, InboundMessage message)
    {
        conversation.LastInboundAt = clock.GetUtcNow().UtcDateTime;
        conversation.Reachable = activity is not { Type: ActivityTypes.InstallationUpdate, Action: "remove" };
        conversation.RepliesAwaitedUntil = activity.DeliveryMode == DeliveryModes.ExpectReplies ? message.ReceivedAt + Conversation.RepliesAwaited : null;
        if (address is not null && cipher.Open(conversation.Address, Conversation.Table, conversation.Id, "address") != address)
        {
            conversation.Address = cipher.Seal(address, Conversation.Table, conversation.Id, "address");
        }

        return conversation;
    }

    // The web chat's page has a switch. A telephone that speaks English is often an Indonesian's: it counts until words tell
    // (SpokenLanguage). What Bot Framework clients name is the program's language, not the person's.
    private static string? Chosen(Activity activity) => activity switch
    {
        { ChannelId: Protocol.Channels.Webchat, Locale: { Length: 2 } language } => language,
        { ChannelId: Protocol.Channels.Telegram, Locale: { } phone } when phone.StartsWith("en", StringComparison.Ordinal) => "en",
        _ => null,
    };

    private void Finish(TurnContext turn)
    {
        var message = turn.Message;
        message.State = InboundState.Done;
        message.HandledAt = turn.Now;
        message.ConversationId = turn.Conversation.Id;
        message.Kind ??= MessageKind.Of(turn.Activity);
        message.ChannelMessageId ??= message.Kind == InboundKind.Press || string.IsNullOrEmpty(turn.Activity.Id)
            ? null
            : ChannelMessageId.Of(blind, turn.Activity.Id);
        message.Text ??= cipher.SealOptional(turn.Activity.Text, InboundMessage.Table, message.Id, "text");
        if (turn.RemovesMessage && turn.Activity.Id is { } id && Core.Conversations.Channels.RemovesTheirs(turn.Conversation.Channel))
        {
            outbox.Enqueue(turn.Conversation, new MessageContent("") { Target = id }, OutboundKind.Removal, $"removal:{message.Id:N}", turn.Now);
        }

        replies.Enqueue(turn, $"reply:{message.Id:N}");
        events.Raise(new TurnTaken(turn.Conversation.Id, message.UpdateKey));
    }
}

internal static class MessageKind
{
    public static InboundKind Of(Activity activity) => activity switch
    {
        _ when activity.IsEdit() => InboundKind.Edit,
        _ when activity.ReadPress() is not null => InboundKind.Press,
        _ when activity.ReadPlace() is not null => InboundKind.Location,
        _ when activity.ReadContact() is not null => InboundKind.Contact,
        _ when activity.ReadFiles().FirstOrDefault() is { } file => OfFile(file.ContentType),
        _ when activity.Text is not null => InboundKind.Text,
        _ => InboundKind.Other,
    };

    private static InboundKind OfFile(string? contentType) => contentType switch
    {
        not null when contentType.StartsWith("image/", StringComparison.Ordinal) => InboundKind.Photo,
        not null when contentType.StartsWith("audio/", StringComparison.Ordinal) => InboundKind.Voice,
        _ => InboundKind.Document,
    };
}
