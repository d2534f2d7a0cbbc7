using System.Buffers.Binary;
using System.Data.Common;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Core.Conversations;

/// <summary>What a turn begins with.</summary>
/// <param name="Message">The oldest message of the chat that was not handled yet.</param>
/// <param name="Conversation">Null for somebody who writes for the first time.</param>
/// <param name="IsLast">No other message of the chat waits behind it.</param>
/// <param name="HasLooseEdits">A change was handled while nobody knew its message.</param>
public sealed record LaneHead(InboundMessage Message, Conversation? Conversation, bool IsLast, bool HasLooseEdits);

/// <summary>
/// The question that every turn asks of the database, in one statement that stays prepared. On PostgreSQL it claims the
/// lane as well, until the unit ends: two processes at one chat would do the same, one of them in vain.
/// </summary>
public sealed class LaneQuery(ISlrtDatabase database)
{
    private const string Claim = "with lane as materialized (select pg_try_advisory_xact_lock(@p1) as is_ours)";

    private readonly Lazy<Plan> _plan = new(() => new Plan(database));

    /// <returns>Tracked; null where nothing is unhandled, or another process is at this lane.</returns>
    public async Task<LaneHead?> ReadAsync(SlrtDbContext db, byte[] lane, CancellationToken cancellationToken)
    {
        var plan = _plan.Value;
        await using var row = await db.ReadAsync(plan.Sql, cancellationToken, plan.Parameters(lane));
        if (!await row.ReadAsync(cancellationToken))
        {
            return null;
        }

        var head = plan.Read(row);
        db.Attach(head.Message);
        if (head.Conversation is not null)
        {
            db.Attach(head.Conversation);
        }

        return head;
    }

    private sealed class Plan
    {
        private readonly bool _claims;
        private readonly RowReader<InboundMessage> _message;
        private readonly RowReader<Conversation> _conversation;

        public Plan(ISlrtDatabase database)
        {
            using var context = database.NewContext();
            _claims = database.Provider == DatabaseProvider.Postgres;
            _message = new RowReader<InboundMessage>(context.Model);
            _conversation = new RowReader<Conversation>(context.Model);
            Sql =
                $"""
                {(_claims ? Claim : "")}
                select {_message.Columns("m")}, {_conversation.Columns("c")},
                  exists (select 1 from inbound_message n where n.address_index = @p0 and n.state = 'new' and n.id > m.id),
                  exists (select 1 from inbound_message e where e.conversation_id = c.id and {InboundMessage.IsLooseEdit})
                from inbound_message m left join conversation c on c.address_index = m.address_index
                where m.address_index = @p0 and m.state = 'new' {(_claims ? "and (select is_ours from lane)" : "")}
                order by m.id limit 1
                """;
        }

        public string Sql { get; }

        public object[] Parameters(byte[] lane) => _claims ? [lane, BinaryPrimitives.ReadInt64BigEndian(lane)] : [lane];

        public LaneHead Read(DbDataReader row) => new(
            _message.Read(row, 0),
            row.IsDBNull(_message.Count) ? null : _conversation.Read(row, _message.Count),
            !row.GetBoolean(_message.Count + _conversation.Count),
            row.GetBoolean(_message.Count + _conversation.Count + 1));
    }
}
