using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Sealing;
using SlrtBot.TestKit;
using Xunit;

namespace SlrtBot.Core.Tests.Conversations;

public sealed class ReadChatTests
{
    [Theory]
    [OnSqlite(0), OnSqlite(1)]
    [OnPostgres(0), OnPostgres(1)]
    public async Task A_message_is_seen_once_also_while_the_turn_that_takes_it_is_saved(DatabaseProvider provider, int afterRead)
    {
        // Arrange
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var scope = database.Services.CreateAsyncScope();
        var inbox = scope.ServiceProvider.GetRequiredService<Inbox>();
        await inbox.AcceptAsync(new InboundUpdate(Channels.WebChat, "ab:1", "address", "{}"u8.ToArray()), CancellationToken.None);
        var lane = inbox.IndexOf(Channels.WebChat, "address");
        var taken = 0;
        await using var db = Open(database, new AfterRead(afterRead, () =>
        {
            taken++;
            return TakeTurnAsync(database, lane);
        }));

        // Act
        var chat = await ActivatorUtilities.CreateInstance<ReadChat>(scope.ServiceProvider, db).LatestAsync(lane, 60, CancellationToken.None);

        // Assert
        Assert.Equal(1, taken);
        Assert.Single(chat.Messages);
    }

    private static SlrtDbContext Open(TestDatabase database, IInterceptor between)
    {
        var options = database.Services.GetRequiredService<DatabaseOptions>();
        var builder = new DbContextOptionsBuilder<SlrtDbContext>().AddInterceptors(between);
        return new SlrtDbContext((options.Provider == DatabaseProvider.Sqlite
            ? builder.UseSqlite(options.ConnectionString)
            : builder.UseNpgsql(options.ConnectionString)).Options);
    }

    private static async Task TakeTurnAsync(TestDatabase database, byte[] lane)
    {
        await using var scope = database.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SlrtDbContext>();
        var cipher = scope.ServiceProvider.GetRequiredService<FieldCipher>();
        var now = database.Clock.GetUtcNow().UtcDateTime;
        var id = SequentialId.Next(now);
        db.Add(new Conversation
        {
            Id = id,
            Channel = Channels.WebChat,
            AddressIndex = lane,
            Address = cipher.Seal("address", new("conversation"), id, "address"),
            Language = "id",
            CreatedAt = now,
        });
        var message = await db.InboundMessages.SingleAsync(m => m.AddressIndex == lane);
        message.State = InboundState.Done;
        message.ConversationId = id;
        await database.Gate.SaveAsync(db, CancellationToken.None);
    }

    /// <summary>Does something between one read of a context and the next.</summary>
    private sealed class AfterRead(int read, Func<Task> act) : DbCommandInterceptor
    {
        private int _reads;

        public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            if (_reads++ == read)
            {
                await act();
            }

            return result;
        }
    }
}
