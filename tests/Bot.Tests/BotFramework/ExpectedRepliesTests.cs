using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Persistence;
using SlrtBot.TestKit;
using Xunit;

namespace SlrtBot.Bot.Tests.BotFramework;

/// <summary>Callers that take the replies from the response.</summary>
public sealed class ExpectedRepliesTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Who_asks_for_the_replies_gets_them_in_the_response_and_nobody_else_does(DatabaseProvider provider)
    {
        // Arrange
        await using var host = await ConnectorHost.StartAsync(provider);
        var siti = host.Connector.Member();
        siti.ExpectsReplies = true;

        // Act
        var status = await siti.SaysAsync("tombol");
        await host.RestAsync();

        // Assert
        Assert.Equal(HttpStatusCode.OK, status);
        var reply = Assert.Single(siti.Replied);
        Assert.Equal(["tombol", "Ya"], [$"{reply["text"]}", $"{reply["suggestedActions"]!["actions"]![0]!["title"]}"]);
        Assert.Equal(0, host.Connector.Count("send"));
        Assert.Equal(OutboundState.Sent, Assert.Single(await host.OutboxAsync()).State);
    }

    [Theory]
    [InlineData("typing")]
    [InlineData("event")]
    [InlineData("invoke")]
    public async Task Who_asks_for_replies_where_there_are_none_gets_an_empty_list(string type)
    {
        // Arrange
        await using var host = await ConnectorHost.StartAsync();
        var activity = host.Connector.Member().Fill(new JsonObject { ["type"] = type, ["name"] = "x", ["deliveryMode"] = "expectReplies" });
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages")
        {
            Headers = { Authorization = new("Bearer", host.Connector.Token()) },
            Content = new StringContent(activity.ToJsonString(), Encoding.UTF8, "application/json"),
        };

        // Act
        using var response = await host.Http.SendAsync(request);

        // Assert
        Assert.Equal("""{"activities":[]}""", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Replies_that_nobody_waited_for_go_to_the_connector()
    {
        // Arrange
        await using var host = await ConnectorHost.StartAsync();
        var siti = host.Connector.Member();
        var activity = siti.Fill(new JsonObject { ["type"] = "message", ["text"] = "halo", ["deliveryMode"] = "expectReplies" });

        // Act
        await host.Services.GetRequiredService<Inbox>().AcceptAsync(
            new InboundUpdate("botframework", "webchat:1", $"webchat|{siti.ConversationId}", Encoding.UTF8.GetBytes(activity.ToJsonString())), CancellationToken.None);
        await host.RestAsync();
        var meanwhile = siti.Heard.Count;
        host.Clock.Advance(TimeSpan.FromSeconds(10));

        // Assert
        await siti.HearsAsync("halo");
        Assert.Equal(0, meanwhile);
    }
}
