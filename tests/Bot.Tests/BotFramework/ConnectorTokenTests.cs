using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Bot.BotFramework;
using SlrtBot.Core.Conversations;
using SlrtBot.TestKit.FakeConnector;
using Xunit;

namespace SlrtBot.Bot.Tests.BotFramework;

/// <summary>The bot's own token, and what becomes of the channel when it is not accepted.</summary>
public sealed class ConnectorTokenTests
{
    [Fact]
    public async Task The_bots_token_is_fetched_once_and_renewed_before_its_end()
    {
        // Arrange
        await using var host = await ConnectorHost.StartAsync();
        var siti = host.Connector.Member();

        // Act
        await SayAsync(host, siti, "satu");
        await SayAsync(host, siti, "dua");
        var first = host.Connector.Count("token");
        host.Clock.Advance(TimeSpan.FromMinutes(56));
        await SayAsync(host, siti, "tiga");

        // Assert
        Assert.Equal((1, 2), (first, host.Connector.Count("token")));
        Assert.Equal(["Bearer app-token-1", "Bearer app-token-1", "Bearer app-token-2"], host.Connector.Authorizations);
        Assert.Equal(["satu", "dua", "tiga"], siti.Heard.Select(m => m.Text));
    }

    [Fact]
    public async Task A_token_that_the_connector_refuses_is_renewed_once_and_the_message_arrives_once()
    {
        // Arrange
        await using var host = await ConnectorHost.StartAsync();
        var siti = host.Connector.Member();
        await SayAsync(host, siti, "satu");
        host.Connector.OnlyToken = "app-token-2";

        // Act
        await SayAsync(host, siti, "dua");

        // Assert
        Assert.Equal(["satu", "dua"], siti.Heard.Select(m => m.Text));
        Assert.Equal(2, host.Connector.Count("token"));
    }

    [Fact]
    public async Task A_connector_that_refuses_every_token_stops_the_channel_and_blames_no_message()
    {
        // Arrange
        await using var host = await ConnectorHost.StartAsync();
        host.Connector.OnlyToken = "another bot's";

        // Act
        await SayAsync(host, host.Connector.Member(), "halo");

        // Assert
        Assert.Equal(2, host.Connector.Count("send"));
        var row = Assert.Single(await host.OutboxAsync());
        Assert.Equal((OutboundState.Due, "token_refused"), (row.State, row.ErrorCode));
        Assert.Equal(ChannelState.Refused, StateOf(host));
    }

    [Fact]
    public async Task A_wrong_password_stops_the_channel_and_blames_no_message()
    {
        // Arrange
        await using var host = await ConnectorHost.StartAsync(change: settings => settings["BotFramework:AppPassword"] = "wrong");
        host.Connector.Faults.Always("token", FakeConnectorFault.Status(401));

        // Act
        await SayAsync(host, host.Connector.Member(), "halo");

        // Assert
        Assert.Equal((0, ChannelState.Refused), (host.Connector.Count("send"), StateOf(host)));
        Assert.Equal("password_refused", Assert.Single(await host.OutboxAsync()).ErrorCode);
    }

    [Fact]
    public async Task A_secret_that_has_ended_is_known_before_anybody_writes_and_so_is_one_that_is_taken_again()
    {
        // Arrange
        await using var host = await ConnectorHost.StartAsync();
        var watch = ActivatorUtilities.CreateInstance<WatchConnector>(host.Services);

        // Act
        await watch.LookAsync(CancellationToken.None);
        var good = StateOf(host);
        host.Clock.Advance(TimeSpan.FromHours(1));
        host.Connector.Faults.Always("token", FakeConnectorFault.Status(401));
        await watch.LookAsync(CancellationToken.None);
        var ended = StateOf(host);
        host.Connector.Faults.Clear();
        await watch.LookAsync(CancellationToken.None);

        // Assert
        Assert.Equal((ChannelState.Working, ChannelState.Refused, ChannelState.Working), (good, ended, StateOf(host)));
    }

    [Fact]
    public async Task A_channel_whose_keys_cannot_be_had_is_not_reachable()
    {
        // Arrange
        await using var host = await ConnectorHost.StartAsync();
        var watch = ActivatorUtilities.CreateInstance<WatchConnector>(host.Services);
        host.Connector.Faults.Next("metadata", FakeConnectorFault.Status(500));

        // Act
        await watch.LookAsync(CancellationToken.None);
        var without = StateOf(host);
        host.Clock.Advance(TimeSpan.FromMinutes(5));
        await watch.LookAsync(CancellationToken.None);

        // Assert
        Assert.Equal((ChannelState.Unreachable, ChannelState.Working), (without, StateOf(host)));
    }

    private static ChannelState StateOf(ConnectorHost host) =>
        host.Services.GetServices<IChannelStatus>().Single(s => s.Channel == Core.Conversations.Channels.BotFramework).State;

    private static async Task SayAsync(ConnectorHost host, FakeMember member, string text)
    {
        await member.SaysAsync(text);
        await host.RestAsync();
    }
}
