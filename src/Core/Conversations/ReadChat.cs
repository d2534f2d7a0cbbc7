using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Sealing;

namespace SlrtBot.Core.Conversations;

/// <summary>A chat as the person in it sees it.</summary>
/// <param name="Conversation">Null until the first message was handled.</param>
/// <param name="Messages">Oldest first.</param>
public sealed record Chat(Conversation? Conversation, IReadOnlyList<ChatMessage> Messages);

/// <summary>One message of either side, opened.</summary>
public sealed record ChatMessage(Guid Id, DateTime At)
{
    /// <summary>The channel's key of a message by the person; null for ours.</summary>
    public string? UpdateKey { get; init; }

    public InboundState? Inbound { get; init; }

    /// <summary>The person's words, where the turn has read them.</summary>
    public string? Text { get; init; }

    /// <summary>The raw payload, as long as it is kept: what the words are read from before the turn.</summary>
    public byte[]? Payload { get; init; }

    /// <summary>Ours.</summary>
    public MessageContent? Content { get; init; }

    public OutboundKind? Outbound { get; init; }

    public OutboundState? State { get; init; }

    /// <summary>The staff member who writes.</summary>
    public string? StaffName { get; init; }

    public Guid? ComplaintId { get; init; }
}

/// <summary>Reads a chat for its own person: found by the blind index of the address, so there is no other's to be had.</summary>
public sealed class ReadChat(SlrtDbContext db, FieldCipher cipher, TimeProvider clock)
{
    /// <summary>Rows of one commit may become visible a little after later ones.</summary>
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(2);

    /// <summary>The latest messages.</summary>
    public Task<Chat> LatestAsync(byte[] addressIndex, int most, CancellationToken cancellationToken) =>
        ReadAsync(addressIndex, Guid.Empty, most, cancellationToken);

    /// <summary>
    /// What may be new to somebody who has seen the chat up to a message: all after it, some before it, and whatever
    /// was never delivered. Meant for readers who know messages by their id.
    /// </summary>
    public Task<Chat> SinceAsync(byte[] addressIndex, Guid seen, int most, CancellationToken cancellationToken) =>
        ReadAsync(addressIndex, Before(seen), most, cancellationToken);

    public Task<bool> ExistsAsync(byte[] addressIndex, CancellationToken cancellationToken) =>
        db.Conversations.AnyAsync(c => c.AddressIndex == addressIndex, cancellationToken);

    /// <summary>Whether a story in pieces waits for its end, and with it the answer.</summary>
    public Task<bool> IsPausingAsync(byte[] addressIndex, CancellationToken cancellationToken) =>
        db.Conversations.AnyAsync(c => c.AddressIndex == addressIndex && c.CollectUntil != null, cancellationToken);

    /// <summary>Whether a message was stored and its turn is over.</summary>
    public Task<bool> IsHandledAsync(string channel, string updateKey, CancellationToken cancellationToken) =>
        db.InboundMessages.AnyAsync(m => m.Channel == channel && m.UpdateKey == updateKey && m.State != InboundState.New, cancellationToken);

    private async Task<Chat> ReadAsync(byte[] addressIndex, Guid after, int most, CancellationToken cancellationToken)
    {
        // First what no turn has taken yet: what a turn takes meanwhile is then found in its conversation.
        var messages = (await db.InboundMessages.AsNoTracking()
            .Where(m => m.AddressIndex == addressIndex && m.State == InboundState.New)
            .OrderBy(m => m.Id).Take(most).ToListAsync(cancellationToken)).Select(Open).ToList();
        var conversation = await db.Conversations.AsNoTracking().SingleOrDefaultAsync(c => c.AddressIndex == addressIndex, cancellationToken);
        if (conversation is not null)
        {
            messages.AddRange((await db.InboundMessages.AsNoTracking()
                .Where(m => m.ConversationId == conversation.Id && m.Id.CompareTo(after) > 0)
                .OrderByDescending(m => m.Id).Take(most).ToListAsync(cancellationToken)).Select(Open));
            messages.AddRange(await OursAsync(conversation.Id, after, most, cancellationToken));
        }

        return new Chat(conversation, [.. messages.DistinctBy(m => m.Id).OrderBy(m => $"{m.Id:N}", StringComparer.Ordinal).TakeLast(most)]);
    }

    private async Task<IEnumerable<ChatMessage>> OursAsync(Guid conversationId, Guid after, int most, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var rows = await db.OutboundMessages.AsNoTracking()
            .Where(m => m.ConversationId == conversationId && m.State != OutboundState.Cancelled
                && m.Kind != OutboundKind.Edit && m.Kind != OutboundKind.Removal && m.Kind != OutboundKind.Event
                && (m.Id.CompareTo(after) > 0 || m.State != OutboundState.Sent)
                && (m.State == OutboundState.Sent || m.NotBefore == null || m.NotBefore <= now))
            .OrderByDescending(m => m.Id).Take(most).ToListAsync(cancellationToken);
        var writers = rows.Select(m => m.StaffId).OfType<Guid>().Distinct().ToList();
        var names = writers.Count == 0
            ? []
            : await db.StaffMembers.Where(s => writers.Contains(s.Id)).ToDictionaryAsync(s => s.Id, s => s.Name, cancellationToken);
        return rows.Select(m => new ChatMessage(m.Id, m.CreatedAt)
        {
            Content = cipher.OpenBody(m.Body, m.Id),
            Outbound = m.Kind,
            State = m.State,
            StaffName = m.StaffId is { } staff ? names.GetValueOrDefault(staff) : null,
            ComplaintId = m.ComplaintId,
        });
    }

    private ChatMessage Open(InboundMessage message) => new(message.Id, message.ReceivedAt)
    {
        UpdateKey = message.UpdateKey,
        Inbound = message.State,
        Text = cipher.OpenOptional(message.Text, InboundMessage.Table, message.Id, "text"),
        Payload = message.Payload is { } payload ? cipher.OpenBytes(payload, InboundMessage.Table, message.Id, "payload") : null,
        ComplaintId = message.ComplaintId,
    };

    // Ids are UUIDs of version 7: their first 48 bits are milliseconds.
    private static Guid Before(Guid seen)
    {
        Span<byte> bytes = stackalloc byte[16];
        seen.TryWriteBytes(bytes, bigEndian: true, out _);
        var milliseconds = System.Buffers.Binary.BinaryPrimitives.ReadInt64BigEndian(bytes) >>> 16;
        bytes.Clear();
        var earlier = Math.Max(0, milliseconds - (long)Overlap.TotalMilliseconds);
        System.Buffers.Binary.BinaryPrimitives.WriteInt64BigEndian(bytes, earlier << 16);
        return new Guid(bytes, bigEndian: true);
    }
}
