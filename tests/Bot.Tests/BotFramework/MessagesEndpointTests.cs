using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Persistence;
using SlrtBot.TestKit;
using SlrtBot.TestKit.FakeConnector;
using Xunit;

namespace SlrtBot.Bot.Tests.BotFramework;

public sealed class MessagesEndpointTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_message_is_stored_acknowledged_and_answered(DatabaseProvider provider)
    {
        // Arrange
        await using var host = await ConnectorHost.StartAsync(provider);
        var siti = host.Connector.Member("msteams");

        // Act
        var status = await siti.SaysAsync("Beras belum datang");

        // Assert
        Assert.Equal(HttpStatusCode.Accepted, status);
        Assert.Equal("Beras belum datang", (await siti.HearsAsync("Beras")).Text);
        var stored = Assert.Single(await host.InboxAsync());
        Assert.StartsWith("msteams:", stored.UpdateKey, StringComparison.Ordinal);
        Assert.DoesNotContain("siti", stored.UpdateKey, StringComparison.Ordinal);
        var sent = siti.Heard[0].Raw;
        Assert.Equal(["plain", "siti-activity-1", "bot-account", "siti"], [$"{sent["textFormat"]}", $"{sent["replyToId"]}", $"{sent["from"]!["id"]}", $"{sent["recipient"]!["id"]}"]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_message_that_is_sent_again_after_fifteen_seconds_is_answered_once(DatabaseProvider provider)
    {
        // Arrange
        await using var host = await ConnectorHost.StartAsync(provider);
        var siti = host.Connector.Member();
        var activity = siti.Fill(new JsonObject { ["type"] = "message", ["text"] = "halo" });
        await siti.PostsAsync(activity);
        await host.RestAsync();

        // Act
        for (var i = 0; i < 3; i++)
        {
            host.Clock.Advance(TimeSpan.FromSeconds(15));
            Assert.Equal(HttpStatusCode.Accepted, await siti.PostsAsync(activity));
        }

        await host.RestAsync();

        // Assert
        Assert.Single(siti.Heard);
        Assert.Single(await host.InboxAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_changes_a_message_bears_its_id_and_is_no_copy_of_it(DatabaseProvider provider)
    {
        // Arrange
        await using var host = await ConnectorHost.StartAsync(provider);
        var siti = host.Connector.Member("msteams");
        await siti.SendsAsync(Message("message", "beras belum datag"));
        var changed = siti.Fill(Message("messageUpdate", "beras belum datang"));

        // Act
        await siti.PostsAsync(changed);
        await siti.PostsAsync(changed);
        await siti.SendsAsync(Message("messageUpdate", "beras belum datang juga"));
        await siti.SendsAsync(Message("message", "beras belum datag"));
        await host.RestAsync();

        // Assert
        Assert.Equal([InboundKind.Text, InboundKind.Edit, InboundKind.Edit], (await host.InboxAsync()).Select(m => m.Kind));
        static JsonObject Message(string type, string text) => new() { ["type"] = type, ["id"] = "1795319046444", ["text"] = text };
    }

    [Fact]
    public async Task While_a_turn_takes_twenty_seconds_the_channel_is_answered_at_once_however_often_it_sends_again()
    {
        // Arrange
        await using var host = await ConnectorHost.StartAsync();
        var siti = host.Connector.Member();
        var activity = siti.Fill(new JsonObject { ["type"] = "message", ["text"] = "lambat" });
        await siti.SaysAsync("halo");
        await host.RestAsync();

        // Act
        var watch = System.Diagnostics.Stopwatch.StartNew();
        for (var i = 0; i < 4; i++)
        {
            Assert.Equal(HttpStatusCode.Accepted, await siti.PostsAsync(activity));
        }

        var waited = watch.Elapsed;
        var meanwhile = siti.Heard.Count;
        host.Clock.Advance(TimeSpan.FromSeconds(21));
        await siti.HearsAsync("lambat");
        await host.RestAsync();

        // Assert
        Assert.Equal((1, 2), (meanwhile, siti.Heard.Count));
        Assert.True(waited < TimeSpan.FromSeconds(4), $"{waited}");
    }

    [Fact]
    public async Task Where_the_channel_gives_no_id_the_body_is_one_for_a_minute()
    {
        // Arrange
        await using var host = await ConnectorHost.StartAsync();
        var siti = host.Connector.Member();
        var activity = siti.Fill(new JsonObject { ["type"] = "message", ["text"] = "ya" });
        activity.Remove("id");

        // Act
        await siti.PostsAsync(activity);
        await siti.PostsAsync(activity);
        await host.RestAsync();
        host.Clock.Advance(TimeSpan.FromMinutes(2));
        await siti.PostsAsync(activity);
        await host.RestAsync();

        // Assert
        Assert.Equal(2, siti.Heard.Count);
    }

    [Fact]
    public async Task The_same_id_in_another_conversation_or_channel_is_another_message()
    {
        // Arrange
        await using var host = await ConnectorHost.StartAsync();
        var same = new JsonObject { ["type"] = "message", ["text"] = "halo", ["id"] = "1" };
        FakeMember[] people = [host.Connector.Member(), host.Connector.Member(id: "dewi"), host.Connector.Member("directline")];

        // Act
        foreach (var person in people)
        {
            await person.SendsAsync(same);
        }

        await host.RestAsync();

        // Assert
        Assert.All(people, person => Assert.Single(person.Heard));
        Assert.Equal(3, await host.ReadAsync(db => db.Conversations.CountAsync()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("""{"type":5,"channelId":"webchat","conversation":{"id":"1"}}""")]
    [InlineData("""{"type":"message","channelId":"webchat"}""")]
    [InlineData("""{"type":"message","channelId":"webchat","conversation":"1"}""")]
    [InlineData("""{"type":"message","channelId":"webchat","conversation":{"id":""}}""")]
    [InlineData("""{"type":"message","channelId":"","conversation":{"id":"1"}}""")]
    [InlineData("""{"type":"message","conversation":{"id":"1"}}""")]
    [InlineData("""{"type":"message","channelId":"a b","conversation":{"id":"1"}}""")]
    [InlineData("""{"type":"message","channelId":"webchat","conversation":{"id":"\ud800"}}""")]
    public async Task What_is_no_activity_is_refused_and_not_stored(string body)
    {
        // Arrange
        await using var host = await ConnectorHost.StartAsync();

        // Act
        var status = await ChannelTokenTests.PostAsync(host, $"Bearer {host.Connector.Token()}", body);

        // Assert
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Empty(await host.InboxAsync());
    }

    [Fact]
    public async Task A_body_of_more_than_a_megabyte_is_refused()
    {
        // Arrange
        await using var host = await ConnectorHost.StartAsync();

        // Act
        var status = await ChannelTokenTests.PostAsync(
            host, $"Bearer {host.Connector.Token()}", activity => activity["text"] = new string('a', 1024 * 1024));

        // Assert
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, status);
        Assert.Empty(await host.InboxAsync());
    }

    [Fact]
    public async Task While_the_database_takes_nothing_the_channel_is_asked_to_come_again()
    {
        // Arrange
        await using var host = await ConnectorHost.StartAsync();
        await host.Services.GetRequiredService<WriteGate>().ExecuteAsync(
            commands => commands.ExecuteAsync("alter table inbound_message rename to inbound_message_gone"), CancellationToken.None);

        // Act
        var status = await host.Connector.Member().SaysAsync("halo");

        // Assert
        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
    }

    [Theory]
    [InlineData("typing", HttpStatusCode.Accepted)]
    [InlineData("event", HttpStatusCode.Accepted)]
    [InlineData("endOfConversation", HttpStatusCode.Accepted)]
    [InlineData("messageReaction", HttpStatusCode.Accepted)]
    [InlineData("messageUpdate", HttpStatusCode.Accepted)]
    [InlineData("messageDelete", HttpStatusCode.Accepted)]
    [InlineData("installationUpdate", HttpStatusCode.Accepted)]
    [InlineData("conversationUpdate", HttpStatusCode.Accepted)]
    [InlineData("command", HttpStatusCode.Accepted)]
    [InlineData("ofNextYear", HttpStatusCode.Accepted)]
    [InlineData("invoke", HttpStatusCode.NotImplemented)]
    public async Task Every_kind_is_stored_taken_and_not_answered_as_if_it_were_a_message(string type, HttpStatusCode expected)
    {
        // Arrange
        await using var host = await ConnectorHost.StartAsync();
        var siti = host.Connector.Member();

        // Act
        var status = await siti.SendsAsync(new JsonObject { ["type"] = type, ["name"] = "slrt/pause", ["text"] = "x" });
        await host.RestAsync();

        // Assert
        Assert.Equal(expected, status);
        Assert.Equal(InboundState.Done, Assert.Single(await host.InboxAsync()).State);
        Assert.Empty(siti.Heard);
    }

    [Fact]
    public async Task A_press_on_a_card_that_comes_as_an_invoke_is_acknowledged_and_taken()
    {
        // Arrange
        await using var host = await ConnectorHost.StartAsync();
        var siti = host.Connector.Member("msteams");
        var value = new JsonObject { ["action"] = new JsonObject { ["type"] = "Action.Execute", ["data"] = new JsonObject { ["press"] = "token-1" } } };

        // Act
        var status = await siti.SendsAsync(new JsonObject { ["type"] = "invoke", ["name"] = "adaptiveCard/action", ["value"] = value });

        // Assert
        Assert.Equal(HttpStatusCode.OK, status);
        await siti.HearsAsync("token-1");
    }

    [Fact]
    public async Task A_chat_is_found_where_it_moved_to()
    {
        // Arrange
        await using var host = await ConnectorHost.StartAsync();
        var siti = host.Connector.Member();
        await siti.SaysAsync("satu");
        await host.RestAsync();
        var before = await host.ReadAsync(db => db.Conversations.AsNoTracking().SingleAsync());

        // Act
        await siti.SendsAsync(new JsonObject { ["type"] = "message", ["text"] = "dua", ["recipient"] = new JsonObject { ["id"] = "another-account" } });
        await host.RestAsync();

        // Assert
        var after = await host.ReadAsync(db => db.Conversations.AsNoTracking().SingleAsync());
        Assert.NotEqual(before.Address, after.Address);
        Assert.Equal("another-account", $"{siti.Heard[^1].Raw["from"]!["id"]}");
    }
}
