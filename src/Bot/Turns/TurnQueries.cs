using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Bot.Turns;

/// <summary>The two questions that every turn asks of the database, compiled once per program.</summary>
public sealed class TurnQueries
{
    private readonly Func<SlrtDbContext, byte[], CancellationToken, Task<InboundMessage?>> _oldest = EF.CompileAsyncQuery(
        (SlrtDbContext db, byte[] lane, CancellationToken stop) =>
            db.InboundMessages.Where(m => m.AddressIndex == lane && m.State == InboundState.New).OrderBy(m => m.Id).FirstOrDefault());

    private readonly Func<SlrtDbContext, byte[], CancellationToken, Task<Conversation?>> _conversation = EF.CompileAsyncQuery(
        (SlrtDbContext db, byte[] address, CancellationToken stop) =>
            db.Conversations.SingleOrDefault(c => c.AddressIndex == address));

    /// <summary>The oldest message of a lane that was not handled yet.</summary>
    public Task<InboundMessage?> OldestAsync(SlrtDbContext db, byte[] lane, CancellationToken cancellationToken) =>
        _oldest(db, lane, cancellationToken);

    public Task<Conversation?> ConversationAsync(SlrtDbContext db, byte[] address, CancellationToken cancellationToken) =>
        _conversation(db, address, cancellationToken);
}
