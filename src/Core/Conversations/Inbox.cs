using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Sealing;

namespace SlrtBot.Core.Conversations;

/// <summary>An update as a channel delivered it, verified and not yet understood.</summary>
/// <param name="UpdateKey">Unique per channel, with the bot's id in it.</param>
/// <param name="Address">The chat; messages of one address are handled one at a time, in order.</param>
/// <param name="Payload">The raw body, kept sealed.</param>
public sealed record InboundUpdate(string Channel, string UpdateKey, string Address, ReadOnlyMemory<byte> Payload);

/// <summary>An update was committed: the lane of that address has work.</summary>
public sealed record InboundAccepted(byte[] AddressIndex);

/// <summary>A message was handled and its replies are in the outbox.</summary>
public sealed record TurnTaken(Guid ConversationId, string UpdateKey);

/// <summary>
/// The first thing that happens to a message: it is stored, with its unique key, and only then acknowledged.
/// Nothing else happens here (docs/message-flow.md).
/// </summary>
public sealed class Inbox(
    WriteGate gate, FieldCipher cipher, BlindIndex blind, CommittedEvents committed, ChannelMeter meter, TimeProvider clock)
{
    private const string Insert =
        """
        insert into inbound_message (id, channel, update_key, address_index, payload, received_at, state, tries)
        values (@p0, @p1, @p2, @p3, @p4, @p5, 'new', 0)
        on conflict (channel, update_key) do nothing
        """;

    /// <returns>How many of them were new; the others had been accepted before and change nothing.</returns>
    /// <exception cref="StorageUnavailableException">Nothing was stored: do not acknowledge.</exception>
    public async Task<int> AcceptAsync(IReadOnlyList<InboundUpdate> updates, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var rows = updates.Select(u => Row(u, now)).ToList();
        var stored = rows.Count == 1
            ? await gate.ExecuteOneAsync(Insert, rows[0], cancellationToken)
            : await gate.ExecuteAsync(commands => StoreAsync(commands, rows), cancellationToken);
        meter.Received(updates[0].Channel, stored);
        committed.Publish([.. rows.Select(r => new InboundAccepted((byte[])r[3]))]);
        return stored;
    }

    /// <inheritdoc cref="AcceptAsync(IReadOnlyList{InboundUpdate}, CancellationToken)"/>
    /// <returns>False when it was a duplicate.</returns>
    public async Task<bool> AcceptAsync(InboundUpdate update, CancellationToken cancellationToken) =>
        await AcceptAsync([update], cancellationToken) == 1;

    /// <summary>The blind index of a chat: key of its conversation and of its inbox lane.</summary>
    public byte[] IndexOf(string channel, string address) => blind.Of(BlindIndex.Address, $"{channel}|{address}");

    /// <summary>All or none, so that none comes before an older one.</summary>
    private static async Task<int> StoreAsync(GateCommands commands, List<object[]> rows)
    {
        var count = 0;
        foreach (var row in rows)
        {
            count += await commands.ExecuteAsync(Insert, row);
        }

        return count;
    }

    private object[] Row(InboundUpdate update, DateTime now)
    {
        var id = SequentialId.Next(now);
        var payload = cipher.SealBytes(update.Payload.Span, InboundMessage.Table, id, "payload");
        return [id, update.Channel, update.UpdateKey, IndexOf(update.Channel, update.Address), payload.Bytes, now];
    }
}
