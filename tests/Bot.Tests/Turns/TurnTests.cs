using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using SlrtBot.Bot.Protocol;
using SlrtBot.Bot.Turns;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.TestKit;
using Xunit;

namespace SlrtBot.Bot.Tests.Turns;

/// <summary>Inbox, turns and outbox together, with a bot that repeats what it hears.</summary>
public sealed class TurnTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Every_message_is_answered_once_and_in_the_order_of_its_chat(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await StartAsync(provider);
        var inbox = database.Services.GetRequiredService<Inbox>();
        var updates = Enumerable.Range(0, 10).SelectMany(n => Enumerable.Range(0, 20).Select(chat => Update(chat, n))).ToList();

        // Act: each update twice, as a channel that does not trust our answer sends it.
        foreach (var update in updates)
        {
            await inbox.AcceptAsync(update, default);
            await inbox.AcceptAsync(update, default);
        }

        await TakeAllAsync(database);

        // Assert
        var said = await SaidAsync(database);
        Assert.Equal(20, said.Count);
        Assert.All(said.Values, chat => Assert.Equal(Enumerable.Range(0, 10).Select(n => $"n{n}"), chat));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Two_workers_on_one_message_answer_it_once(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await StartAsync(provider);
        var inbox = database.Services.GetRequiredService<Inbox>();
        await inbox.AcceptAsync(Update(1, 1), default);
        var lane = inbox.IndexOf("test", "chat1");

        // Act
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => TakeAsync(database, lane))));

        // Assert
        Assert.Equal(["n1"], (await SaidAsync(database)).Values.Single());
        Assert.Equal(1, await database.ReadAsync(db => db.Conversations.CountAsync()));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_message_that_always_fails_is_parked_and_the_next_one_is_answered(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await StartAsync(provider);
        var inbox = database.Services.GetRequiredService<Inbox>();
        await inbox.AcceptAsync(new InboundUpdate("test", "0", "chat1", Encoding.UTF8.GetBytes("chat1|halo")), default);
        await TakeAllAsync(database);
        await inbox.AcceptAsync(new InboundUpdate("test", "1", "chat1", Encoding.UTF8.GetBytes("chat1|poison")), default);
        await inbox.AcceptAsync(new InboundUpdate("test", "2", "chat1", Encoding.UTF8.GetBytes("chat1|after")), default);

        // Act
        for (var attempt = 0; attempt < 6; attempt++)
        {
            await TakeAllAsync(database);
            database.Clock.Advance(TimeSpan.FromMinutes(3));
        }

        // Assert
        Assert.Equal(["halo", "parked", "after"], (await SaidAsync(database)).Values.Single());
        var parked = await database.ReadAsync(db => db.InboundMessages.SingleAsync(m => m.State == InboundState.Parked));
        Assert.Equal(("1", 5, nameof(FormatException)), (parked.UpdateKey, parked.Tries, parked.ErrorCode));
        Assert.Equal(1, await database.ReadAsync(db => db.AuditActs.CountAsync(a => a.Verb == "message.parked")));
    }

    private static Task<TestDatabase> StartAsync(DatabaseProvider provider) => TestDatabase.CreateAsync(provider, services =>
    {
        services.AddScoped<IBot, RepeatingBot>();
        services.AddSingleton<IChannelTranslation, PlainTranslation>();
        services.AddTurns();
    });

    private static InboundUpdate Update(int chat, int number) =>
        new("test", $"{chat}:{number}", $"chat{chat}", Encoding.UTF8.GetBytes($"chat{chat}|n{number}"));

    /// <summary>Lets the real worker run until nothing is due.</summary>
    private static async Task TakeAllAsync(TestDatabase database)
    {
        var worker = new TurnWorker(
            database.Units, database.Services.GetRequiredService<DueLanes>(),
            database.Services.GetRequiredService<CommittedEvents>(), database.Clock, NullLogger<TurnWorker>.Instance);
        await worker.StartAsync(default);
        await worker.WhenIdleAsync();
        await worker.StopAsync(default);
    }

    private static Task<Outcome<bool>> TakeAsync(TestDatabase database, byte[] lane) =>
        database.Units.RunAsync<TakeTurn, bool>((act, ct) => act.DoAsync(lane, ct), default);

    private static async Task<Dictionary<Guid, List<string>>> SaidAsync(TestDatabase database)
    {
        var cipher = database.Services.GetRequiredService<FieldCipher>();
        var rows = await database.ReadAsync(db => db.OutboundMessages.OrderBy(m => m.Id).ToListAsync());
        return rows.GroupBy(m => m.ConversationId).ToDictionary(
            g => g.Key,
            g => g.Select(m => m.DedupeKey.StartsWith("parked", StringComparison.Ordinal) ? "parked" : cipher.OpenBody(m.Body, m.Id).Text).ToList());
    }

    private sealed class RepeatingBot : IBot
    {
        public Task OnTurnAsync(TurnContext turnContext, CancellationToken cancellationToken)
        {
            if (turnContext.Activity.Text == "poison")
            {
                throw new FormatException("always");
            }

            turnContext.Say(new MessageContent(turnContext.Activity.Text!));
            return Task.CompletedTask;
        }
    }

    private sealed class PlainTranslation : IChannelTranslation
    {
        public string Channel => "test";

        public Activity ToActivity(ReadOnlyMemory<byte> payload)
        {
            var parts = Encoding.UTF8.GetString(payload.Span).Split('|');
            var activity = Activity.OfText(parts[1]);
            activity.Conversation = new ConversationAccount { Id = parts[0] };
            return activity;
        }
    }
}
