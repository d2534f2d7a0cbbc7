using System.Text.Json;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Phrases;
using SlrtBot.Core.Sealing;

namespace SlrtBot.Core.Conversations;

/// <summary>Rows were written for the dispatcher, or for an open chat page.</summary>
public sealed record OutboundEnqueued(Guid ConversationId, string Channel);

/// <summary>Writes messages to people into the unit at hand; they leave after its commit.</summary>
public sealed class Outbox(SlrtDbContext db, FieldCipher cipher, PhraseBook phrases, DomainEvents events)
{
    /// <param name="dedupeKey">Names the business event, so that raising it again makes no second message.</param>
    /// <param name="notBefore">UTC; null for at once.</param>
    public OutboundMessage Enqueue(
        Conversation conversation,
        MessageContent content,
        OutboundKind kind,
        string dedupeKey,
        DateTime now,
        DateTime? notBefore = null,
        Guid? complaintId = null,
        Guid? staffId = null,
        Guid? aboutId = null)
    {
        var id = SequentialId.Next(now);
        var isUnasked = IsUnasked(kind, complaintId, staffId);
        var whole = kind == OutboundKind.Reply ? content : Opened(conversation, content);
        var shown = Shows(conversation, kind, isUnasked, content) ? whole : Opened(conversation, Neutral(conversation, kind, content));
        var message = new OutboundMessage
        {
            Id = id,
            ConversationId = conversation.Id,
            ComplaintId = complaintId,
            Channel = conversation.Channel,
            Kind = kind,
            DedupeKey = dedupeKey,
            AboutId = aboutId,
            Body = Seal(shown, id, "body"),
            Withheld = isUnasked && shown != whole ? Seal(content, id, "withheld") : null,
            StaffId = staffId,
            State = conversation.Reachable ? OutboundState.Due : OutboundState.Cancelled,
            ErrorCode = conversation.Reachable ? null : "unreachable",
            NotBefore = notBefore ?? Kept(conversation, kind, now),
            CreatedAt = now,
        };
        db.Add(message);
        events.Raise(new OutboundEnqueued(conversation.Id, conversation.Channel));
        return message;
    }

    /// <summary>A message that waits for its time says no more than others, once the chat has a PIN.</summary>
    /// <param name="message">Tracked, and not claimed by a dispatcher yet.</param>
    public void Withhold(Conversation conversation, OutboundMessage message)
    {
        var isUnasked = IsUnasked(message.Kind, message.ComplaintId, message.StaffId);
        var content = cipher.OpenBody(message.Body, message.Id);
        if (message.Withheld is not null || Shows(conversation, message.Kind, isUnasked, content))
        {
            return;
        }

        message.Body = Seal(Opened(conversation, Neutral(conversation, message.Kind, content)), message.Id, "body");
        message.Withheld = isUnasked ? Seal(content, message.Id, "withheld") : null;
    }

    private static bool IsUnasked(OutboundKind kind, Guid? complaintId, Guid? staffId) =>
        kind is OutboundKind.Notice or OutboundKind.Staff && (complaintId ?? staffId) is not null;

    private static DateTime? Kept(Conversation conversation, OutboundKind kind, DateTime now) =>
        kind == OutboundKind.Reply && conversation.RepliesAwaitedUntil > now ? conversation.RepliesAwaitedUntil : null;

    /// <summary>
    /// Where several people hold the phone, unasked news and the card with the number wait for the PIN, also while an officer
    /// talks with one of them; what the officer says in that talk does not.
    /// </summary>
    private static bool Shows(Conversation conversation, OutboundKind kind, bool isUnasked, MessageContent content) =>
        conversation.Pin is null || !(isUnasked || kind == OutboundKind.Edit)
        || (conversation.WithOfficer && kind == OutboundKind.Staff && content.Reference is null);

    private MessageContent Neutral(Conversation conversation, OutboundKind kind, MessageContent content)
    {
        var key = content.Reference is null ? "notice.locked" : kind == OutboundKind.Edit ? "card.locked" : "notice.locked.about";
        return new MessageContent(phrases.Get(conversation.Language, key, ("reference", content.Reference)))
        {
            Monospace = content.Reference is { } reference ? [reference] : [],
        };
    }

    private Sealed Seal(MessageContent content, Guid id, string column) =>
        cipher.Seal(JsonSerializer.Serialize(content, MessageJson.Default.MessageContent), OutboundMessage.Table, id, column);

    /// <summary>Unasked messages begin with the word that the resident chose, by which they are known as ours.</summary>
    private MessageContent Opened(Conversation conversation, MessageContent content) =>
        cipher.OpenOptional(conversation.KeyWord, Conversation.Table, conversation.Id, "key_word") is { } word
            ? content with { Text = $"{phrases.Get(conversation.Language, "notice.key_word", ("word", word))}\n\n{content.Text}" }
            : content;
}

/// <summary>Opens what the outbox has sealed.</summary>
public static class OutboundBodies
{
    public static MessageContent OpenBody(this FieldCipher cipher, Sealed body, Guid messageId) =>
        JsonSerializer.Deserialize(cipher.Open(body, OutboundMessage.Table, messageId, "body"), MessageJson.Default.MessageContent)!;
}

[System.Text.Json.Serialization.JsonSerializable(typeof(MessageContent))]
internal sealed partial class MessageJson : System.Text.Json.Serialization.JsonSerializerContext;
