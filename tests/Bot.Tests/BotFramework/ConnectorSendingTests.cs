using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Persistence;
using SlrtBot.TestKit;
using SlrtBot.TestKit.Conversations;
using SlrtBot.TestKit.FakeConnector;
using SlrtBot.TestKit.FakeTelegram;
using Xunit;

namespace SlrtBot.Bot.Tests.BotFramework;

/// <summary>What becomes of a reply when the connector is tired, refuses, or cannot be reached.</summary>
public sealed class ConnectorSendingTests
{
    [Theory]
    [InlineData(429, "7", 7)]
    [InlineData(429, null, 5)]
    [InlineData(412, "2", 2)]
    [InlineData(503, null, 15)]
    [InlineData(500, "30", 30)]
    [InlineData(429, "Mon, 23 Nov 2026 02:01:00 GMT", 60)]
    [InlineData(429, "-5", 5)]
    public async Task A_connector_that_asks_to_wait_is_asked_again_when_it_said_and_the_message_arrives_once(int status, string? retryAfter, int seconds)
    {
        // Arrange
        await using var host = await ConnectorHost.StartAsync();
        var siti = host.Connector.Member();
        host.Connector.Faults.Next("send", FakeConnectorFault.Status(status, retryAfter));

        // Act
        await SayAsync(host, siti, "halo");
        var row = Assert.Single(await host.OutboxAsync());
        host.Clock.Advance(TimeSpan.FromSeconds(seconds));
        await siti.HearsAsync("halo");

        // Assert
        Assert.Equal((OutboundState.Due, TestStart.AddSeconds(seconds)), (row.State, row.NotBefore));
        Assert.Equal(2, host.Connector.Count("send"));
    }

    [Theory]
    [InlineData(403, OutboundState.Failed, "unreachable")]
    [InlineData(404, OutboundState.Failed, "gone")]
    [InlineData(400, OutboundState.Failed, "refused_400")]
    [InlineData(413, OutboundState.Failed, "refused_413")]
    [InlineData(500, OutboundState.Unknown, "http_500")]
    public async Task A_refusal_says_what_it_means(int status, OutboundState state, string code)
    {
        // Arrange
        await using var host = await ConnectorHost.StartAsync();
        host.Connector.Faults.Next("send", FakeConnectorFault.Status(status));

        // Act
        await SayAsync(host, host.Connector.Member(), "halo");

        // Assert
        var row = Assert.Single(await host.OutboxAsync());
        Assert.Equal((state, code), (row.State, row.ErrorCode));
        var isReachable = status is not (403 or 404);
        await host.Services.UntilAsync(db => db.Conversations.AnyAsync(c => c.Reachable == isReachable));
    }

    [Fact]
    public async Task An_answer_without_a_body_is_an_answer()
    {
        // Arrange
        await using var host = await ConnectorHost.StartAsync();
        host.Connector.Faults.Next("send", FakeConnectorFault.EmptyAnswer);

        // Act
        await SayAsync(host, host.Connector.Member(), "halo");

        // Assert
        var row = Assert.Single(await host.OutboxAsync());
        Assert.Equal((OutboundState.Sent, null), (row.State, row.ProviderMessageId));
    }

    [Fact]
    public async Task A_connection_that_is_cut_leaves_the_message_in_doubt_and_sends_it_once_more()
    {
        // Arrange
        await using var host = await ConnectorHost.StartAsync();
        var siti = host.Connector.Member();
        host.Connector.Faults.Next("send", FakeFault.ResetAfterAccept);

        // Act
        await SayAsync(host, siti, "halo");
        var row = Assert.Single(await host.OutboxAsync());
        host.Clock.Advance(TimeSpan.FromMinutes(2));
        await siti.HearsAsync(_ => siti.Heard.Count == 2);

        // Assert
        Assert.Equal((OutboundState.Unknown, "no_answer"), (row.State, row.ErrorCode));
    }

    [Fact]
    public async Task No_redirect_is_followed()
    {
        // Arrange
        await using var host = await ConnectorHost.StartAsync();
        host.Connector.Faults.Next("send", FakeConnectorFault.Redirect($"{host.Connector.BaseUrl}/elsewhere"));

        // Act
        await SayAsync(host, host.Connector.Member(), "halo");

        // Assert
        Assert.Equal((1, 0), (host.Connector.Count("send"), host.Connector.Count("unknown")));
        Assert.Equal("refused_302", Assert.Single(await host.OutboxAsync()).ErrorCode);
    }

    [Fact]
    public async Task One_conversation_gets_three_messages_at_once_and_then_one_a_second()
    {
        // Arrange
        await using var host = await ConnectorHost.StartAsync(change: settings => settings["BotFramework:SecondsBetweenMessages"] = "1");
        var siti = host.Connector.Member();
        var dewi = host.Connector.Member(id: "dewi");

        // Act
        for (var i = 1; i <= 5; i++)
        {
            await SayAsync(host, siti, $"pesan {i}");
        }

        await SayAsync(host, dewi, "halo");
        var atOnce = (siti.Heard.Count, dewi.Heard.Count);
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        await siti.HearsAsync("pesan 4");
        var after = siti.Heard.Count;
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        await siti.HearsAsync("pesan 5");

        // Assert
        Assert.Equal(((3, 1), 4), (atOnce, after));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_is_written_unasked_reaches_the_chat_also_after_a_restart(DatabaseProvider provider)
    {
        // Arrange
        await using var host = await ConnectorHost.ResidentAsync(provider);
        var siti = host.Connector.Member("msteams");
        await siti.SaysAsync("halo");
        await host.RestAsync();
        await host.RestartAsync();

        // Act
        await using (var scope = host.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<SlrtDbContext>();
            var chat = await db.Conversations.SingleAsync();
            scope.ServiceProvider.GetRequiredService<Outbox>().Enqueue(
                chat, new MessageContent("Kabar baru"), OutboundKind.Notice, "news", host.Clock.UtcNow);
            await host.Services.GetRequiredService<WriteGate>().SaveAsync(db, CancellationToken.None);
        }

        host.Clock.Advance(TimeSpan.FromSeconds(1));

        // Assert
        var news = await siti.HearsAsync("Kabar baru");
        Assert.Null(news.Raw["replyToId"]);
        Assert.Equal(siti.ConversationId, $"{news.Raw["conversation"]!["id"]}");
    }

    private static DateTime TestStart => new TestClock().UtcNow;

    [Theory]
    [InlineData("msteams", true)]
    [InlineData("sms", false)]
    public async Task A_message_of_ours_is_taken_out_where_the_channel_can_and_once_gone_it_is_gone(string channel, bool removes)
    {
        // Arrange
        await using var host = await ConnectorHost.StartAsync();
        var siti = host.Connector.Member(channel);
        await SayAsync(host, siti, "satu");
        var said = Assert.Single(await host.OutboxAsync());

        // Act
        await RemoveAsync(host, said, "once");
        await RemoveAsync(host, said, "twice");

        // Assert
        Assert.Equal(removes, Assert.Single(siti.Heard).IsDeleted);
        Assert.Equal(removes ? 2 : 0, host.Connector.Count("delete"));
        var removals = (await host.OutboxAsync()).Where(m => m.Kind == OutboundKind.Removal).Select(m => m.State);
        Assert.All(removals, state => Assert.Equal(removes ? OutboundState.Sent : OutboundState.Cancelled, state));
    }

    private static async Task RemoveAsync(ConnectorHost host, OutboundMessage said, string key)
    {
        var now = host.Clock.UtcNow;
        await host.Services.GetRequiredService<UnitOfWork>().RunAsync<Outbox, bool>(
            async (outbox, cancel) =>
            {
                var context = host.Services.GetRequiredService<ISlrtDatabase>();
                await using var reading = context.NewContext();
                var conversation = await reading.Conversations.SingleAsync(c => c.Id == said.ConversationId, cancel);
                outbox.Enqueue(conversation, new MessageContent(""), OutboundKind.Removal, key, now, aboutId: said.Id);
                return true;
            },
            CancellationToken.None);
        await host.RestAsync();
    }

    private static async Task SayAsync(ConnectorHost host, FakeMember member, string text)
    {
        await member.SaysAsync(text);
        await host.RestAsync();
    }
}
