using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Jobs;
using SlrtBot.Core.Notifications;
using SlrtBot.Core.Persistence;
using SlrtBot.TestKit;
using Xunit;

namespace SlrtBot.Core.Tests.Notifications;

public sealed class DispatcherTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Messages_of_one_chat_leave_in_order_and_once(DatabaseProvider provider)
    {
        // Arrange
        var phone = new Phone(_ => new Delivery(DeliveryResult.Sent, "42"));
        await using var database = await StartAsync(provider, phone);
        var conversation = await database.ConversationAsync();
        await EnqueueAsync(database, conversation, "satu", "dua", "tiga");

        // Act
        await DispatchAsync(database, phone, 3);

        // Assert
        Assert.Equal(["satu", "dua", "tiga"], phone.Seen);
        var rows = await database.ReadAsync(db => db.OutboundMessages.ToListAsync());
        Assert.All(rows, r => Assert.Equal((OutboundState.Sent, "42", 1), (r.State, r.ProviderMessageId, r.Tries)));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_message_in_doubt_is_sent_once_more_and_then_shown_as_failed(DatabaseProvider provider)
    {
        // Arrange
        var phone = new Phone(_ => new Delivery(DeliveryResult.Unknown, ErrorCode: "timeout"));
        await using var database = await StartAsync(provider, phone);
        await EnqueueAsync(database, await database.ConversationAsync(), "satu");

        // Act
        await DispatchAsync(database, phone, 1);
        var doubtful = await database.ReadAsync(db => db.OutboundMessages.SingleAsync());
        database.Clock.Advance(OutboxClaims.Lease + TimeSpan.FromSeconds(1));
        await DispatchAsync(database, phone, 2);
        database.Clock.Advance(TimeSpan.FromHours(1));
        await DispatchAsync(database, phone, 2);

        // Assert
        Assert.Equal(OutboundState.Unknown, doubtful.State);
        var failed = await database.ReadAsync(db => db.OutboundMessages.SingleAsync());
        Assert.Equal((OutboundState.Failed, "unknown_twice"), (failed.State, failed.ErrorCode));
        Assert.Equal(2, phone.Seen.Count);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_message_whose_connection_broke_is_sent_again_after_seconds_and_then_shown_as_failed(DatabaseProvider provider)
    {
        // Arrange
        var phone = new Phone(_ => new Delivery(DeliveryResult.Broken, ErrorCode: "no_answer"));
        await using var database = await StartAsync(provider, phone);
        await EnqueueAsync(database, await database.ConversationAsync(), "satu");

        // Act
        await DispatchAsync(database, phone, 1);
        var doubtful = await database.ReadAsync(db => db.OutboundMessages.SingleAsync());
        database.Clock.Advance(TimeSpan.FromSeconds(10));
        await DispatchAsync(database, phone, 2);

        // Assert
        Assert.Equal(OutboundState.Unknown, doubtful.State);
        Assert.InRange((doubtful.NotBefore!.Value - doubtful.CreatedAt).TotalSeconds, 5, 10);
        var failed = await database.ReadAsync(db => db.OutboundMessages.SingleAsync());
        Assert.Equal((OutboundState.Failed, "unknown_twice"), (failed.State, failed.ErrorCode));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Whoever_blocked_the_bot_gets_nothing_more_and_staff_can_see_it(DatabaseProvider provider)
    {
        // Arrange
        var phone = new Phone(_ => new Delivery(DeliveryResult.Unreachable, ErrorCode: "blocked"));
        await using var database = await StartAsync(provider, phone);
        await EnqueueAsync(database, await database.ConversationAsync(), "satu", "dua");

        // Act
        await DispatchAsync(database, phone, 1);

        // Assert
        Assert.False((await database.ReadAsync(db => db.Conversations.SingleAsync())).Reachable);
        var states = await database.ReadAsync(db => db.OutboundMessages.OrderBy(m => m.Id).Select(m => m.State).ToListAsync());
        Assert.Equal([OutboundState.Failed, OutboundState.Cancelled], states);
        Assert.Single(phone.Seen);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_dispatcher_that_died_while_sending_leaves_a_message_in_doubt(DatabaseProvider provider)
    {
        // Arrange
        var phone = new Phone(_ => new Delivery(DeliveryResult.Sent));
        await using var database = await StartAsync(provider, phone);
        await EnqueueAsync(database, await database.ConversationAsync(), "satu");
        await database.Services.GetRequiredService<OutboxClaims>().ClaimAsync("telegram", 10, database.Clock.UtcNow, default);

        // Act
        await RunAsync(database, "expire-leases");
        var held = (await database.ReadAsync(db => db.OutboundMessages.SingleAsync())).State;
        database.Clock.Advance(OutboxClaims.Lease);
        await RunAsync(database, "expire-leases");

        // Assert
        Assert.Equal(OutboundState.Leased, held);
        Assert.Equal(OutboundState.Unknown, (await database.ReadAsync(db => db.OutboundMessages.SingleAsync())).State);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_notice_that_waits_for_morning_does_not_hold_up_a_reply(DatabaseProvider provider)
    {
        // Arrange
        var phone = new Phone(_ => new Delivery(DeliveryResult.Sent));
        await using var database = await StartAsync(provider, phone);
        var conversation = await database.ConversationAsync();
        await EnqueueAsync(database, conversation, OutboundKind.Notice, database.Clock.UtcNow.AddHours(8), "besok");
        await EnqueueAsync(database, conversation, "sekarang");

        // Act
        await DispatchAsync(database, phone, 1);

        // Assert
        Assert.Equal(["sekarang"], phone.Seen);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Parts_that_were_sent_are_known_to_whoever_sends_the_rest(DatabaseProvider provider)
    {
        // Arrange
        var told = -1;
        var phone = new Phone(message =>
        {
            told = message.Parts.Sent;
            return new Delivery(DeliveryResult.Sent);
        });
        await using var database = await StartAsync(provider, phone);
        await EnqueueAsync(database, await database.ConversationAsync(), "satu");
        var claims = database.Services.GetRequiredService<OutboxClaims>();
        var claimed = Assert.Single(await claims.ClaimAsync("telegram", 10, database.Clock.UtcNow, default));
        await claims.KeepPartsAsync(claimed.Id, 2, default);
        database.Clock.Advance(OutboxClaims.Lease);
        await RunAsync(database, "expire-leases");

        // Act
        await DispatchAsync(database, phone, 1);

        // Assert
        Assert.Equal(2, told);
        Assert.Equal((OutboundState.Sent, 2), await database.ReadAsync(async db =>
        {
            var row = await db.OutboundMessages.SingleAsync();
            return (row.State, row.PartsSent);
        }));
    }

    private static Task<TestDatabase> StartAsync(DatabaseProvider provider, Phone phone) =>
        TestDatabase.CreateAsync(provider, s => s.AddSingleton<IMessenger>(phone));

    private static Task EnqueueAsync(TestDatabase database, Conversation conversation, params string[] texts) =>
        EnqueueAsync(database, conversation, OutboundKind.Reply, null, texts);

    private static async Task EnqueueAsync(
        TestDatabase database, Conversation conversation, OutboundKind kind, DateTime? notBefore, params string[] texts)
    {
        await using var scope = database.Services.CreateAsyncScope();
        var outbox = scope.ServiceProvider.GetRequiredService<Outbox>();
        foreach (var text in texts)
        {
            outbox.Enqueue(conversation, new MessageContent(text), kind, text, database.Clock.UtcNow, notBefore);
        }

        await database.Gate.SaveAsync(scope.ServiceProvider.GetRequiredService<SlrtDbContext>(), default);
    }

    /// <summary>Runs the real dispatcher until the phone has seen so many messages and their fate is stored.</summary>
    private static async Task DispatchAsync(TestDatabase database, Phone phone, int seen)
    {
        var dispatcher = ActivatorUtilities.CreateInstance<Dispatcher>(database.Services);
        await dispatcher.StartAsync(default);
        await phone.SawAsync(seen);
        await dispatcher.StopAsync(default);
    }

    private static Task RunAsync(TestDatabase database, string job) =>
        database.Services.GetRequiredService<JobRunner>().RunAsync(job, CancellationToken.None);

    /// <summary>The port to a channel, at the other end of which somebody reads.</summary>
    private sealed class Phone(Func<Outgoing, Delivery> answer) : IMessenger
    {
        private readonly System.Threading.Channels.Channel<byte> _arrived = System.Threading.Channels.Channel.CreateUnbounded<byte>();
        private int _awaited;

        public ConcurrentQueue<string> Seen { get; } = new();

        public string Channel => "telegram";

        public int Capacity => 100;

        public Task<Delivery> SendAsync(Outgoing message, CancellationToken cancellationToken)
        {
            Seen.Enqueue(message.Content.Text);
            _arrived.Writer.TryWrite(0);
            return Task.FromResult(answer(message));
        }

        public async Task SawAsync(int count)
        {
            for (; _awaited < count; _awaited++)
            {
                await _arrived.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(30));
            }
        }
    }
}
