using System.Data.Common;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Sealing;

namespace SlrtBot.Core.Notifications;

/// <summary>A claimed row: leased to this dispatcher before the channel is called.</summary>
public sealed record ClaimedMessage(
    Guid Id, Guid ConversationId, Guid? ComplaintId, OutboundKind Kind, Sealed Body, Sealed Address, int Tries, bool Retried, string? About, string Language,
    int PartsSent);

/// <summary>
/// The outbox's set-based statements: claim, mark, sweep. Per conversation only the oldest unfinished message may be
/// claimed; a notice that waits for morning does not hold up a reply.
/// </summary>
public sealed class OutboxClaims(WriteGate gate)
{
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(60);

    /// <summary>Set when an unknown outcome is tried its one more time, and kept however often that has to wait.</summary>
    private const string Retried = "retried_unknown";

    private const string Candidates =
        """
        select m.id from outbound_message m
        where m.channel = @p0 and m.state in ('due', 'leased', 'unknown') and m.state <> 'leased'
          and (m.not_before is null or m.not_before <= @p1)
          and not exists (
            select 1 from outbound_message p
            where p.conversation_id = m.conversation_id and p.id < m.id and p.state in ('due', 'leased', 'unknown')
              and not (p.state = 'due' and p.kind = 'notice'))
        order by case when m.kind = 'notice' then 1 else 0 end, m.id
        limit @p3
        """;

    private const string ClaimHead =
        """
        update outbound_message
        set state = 'leased', tries = tries + 1, lease_until = @p2,
            error_code = case when state = 'unknown' then 'retried_unknown' else error_code end
        where id in (
        """;

    private const string ClaimTail =
        $"""
        )
        {Returning}
        """;

    private const string Returning =
        """
        returning id, conversation_id, complaint_id, kind, body,
          (select c.address from conversation c where c.id = conversation_id), tries, error_code,
          (select a.provider_message_id from outbound_message a where a.id = outbound_message.about_id),
          (select c.language from conversation c where c.id = conversation_id), parts_sent
        """;

    private const string ClaimSqlite = $"{ClaimHead}{Candidates}{ClaimTail}";

    private const string ClaimPostgres = $"{ClaimHead}{Candidates} for update of m skip locked{ClaimTail}";

    private const string ClaimReplies =
        $"""
        update outbound_message set state = 'leased', tries = tries + 1, lease_until = @p1
        where state in ('due', 'leased', 'unknown') and state = 'due' and kind = 'reply' and conversation_id = (select c.id from conversation c where c.address_index = @p0)
        {Returning}
        """;

    public async Task<List<ClaimedMessage>> ClaimAsync(string channel, int most, DateTime now, CancellationToken cancellationToken)
    {
        var claimed = await gate.ExecuteAsync(
            commands => commands.QueryAsync(
                commands.Provider == DatabaseProvider.Sqlite ? ClaimSqlite : ClaimPostgres, Read, channel, now, now + Lease, most),
            cancellationToken);
        return InOrder(claimed);
    }

    /// <summary>
    /// What a chat was just answered, for a caller that waits for it; kept from the dispatcher until then (see
    /// <see cref="Conversation.RepliesAwaitedUntil"/>).
    /// </summary>
    public async Task<List<ClaimedMessage>> ClaimRepliesAsync(byte[] addressIndex, DateTime now, CancellationToken cancellationToken) =>
        InOrder(await gate.ExecuteAsync(commands => commands.QueryAsync(ClaimReplies, Read, addressIndex, now + Lease), cancellationToken));

    public Task MarkSentAsync(Guid id, string? providerMessageId, DateTime now, CancellationToken cancellationToken) =>
        gate.ExecuteOneAsync(
            """
            update outbound_message set state = 'sent', sent_at = @p1, provider_message_id = @p2, lease_until = null
            where id = @p0 and state = 'leased'
            """,
            [id, now, providerMessageId],
            cancellationToken);

    public Task MarkAsync(Guid id, OutboundState state, DateTime? notBefore, string? errorCode, CancellationToken cancellationToken) =>
        gate.ExecuteOneAsync(
            """
            update outbound_message set state = @p1, not_before = @p2, lease_until = null,
              error_code = case when @p1 = 'due' and error_code = 'retried_unknown' then error_code else coalesce(@p3, error_code) end
            where id = @p0 and state = 'leased'
            """,
            [id, Codes.Of(state), notBefore, errorCode],
            cancellationToken);

    /// <summary>Of a message that goes out in parts: the person has one more.</summary>
    public Task KeepPartsAsync(Guid id, int parts, CancellationToken cancellationToken) =>
        gate.ExecuteOneAsync(
            "update outbound_message set parts_sent = @p1 where id = @p0 and state = 'leased'", [id, parts], cancellationToken);

    /// <summary>The person cannot be reached there: nothing more goes out until they write again.</summary>
    public Task CancelConversationAsync(Guid conversationId, string errorCode, CancellationToken cancellationToken) =>
        gate.ExecuteAsync(
            async commands =>
            {
                await commands.ExecuteAsync(
                    "update conversation set reachable = @p1, version = version + 1 where id = @p0", conversationId, false);
                return await commands.ExecuteAsync(
                    """
                    update outbound_message set state = 'cancelled', error_code = @p1, lease_until = null
                    where conversation_id = @p0 and state in ('due', 'unknown')
                    """,
                    conversationId, errorCode);
            },
            cancellationToken);

    private static List<ClaimedMessage> InOrder(IEnumerable<ClaimedMessage> claimed) =>
        [.. claimed.OrderBy(c => c.Id.ToString(), StringComparer.Ordinal)];

    private static ClaimedMessage Read(DbDataReader row) => new(
        row.GetGuid(0),
        row.GetGuid(1),
        row.IsDBNull(2) ? null : row.GetGuid(2),
        Codes.Parse<OutboundKind>(row.GetString(3)),
        new Sealed(row.GetFieldValue<byte[]>(4)),
        new Sealed(row.GetFieldValue<byte[]>(5)),
        row.GetInt32(6),
        !row.IsDBNull(7) && row.GetString(7) == Retried,
        row.IsDBNull(8) ? null : row.GetString(8),
        row.GetString(9),
        row.GetInt32(10));

    /// <summary>Leases that ran out belong to a dispatcher that died while sending: nobody knows whether it arrived.</summary>
    public Task<int> ExpireLeasesAsync(DateTime before, CancellationToken cancellationToken) =>
        gate.ExecuteAsync(
            async commands =>
            {
                var failed = await commands.ExecuteAsync(
                    """
                    update outbound_message set state = 'failed', error_code = 'unknown_twice', lease_until = null
                    where state in ('due', 'leased', 'unknown') and state = 'leased' and lease_until <= @p0 and error_code = 'retried_unknown'
                    """,
                    before);
                return failed + await commands.ExecuteAsync(
                    """
                    update outbound_message set state = 'unknown', lease_until = null
                    where state in ('due', 'leased', 'unknown') and state = 'leased' and lease_until <= @p0
                    """,
                    before);
            },
            cancellationToken);
}
