using SlrtBot.Core.Conversations;
using SlrtBot.Core.Persistence;
using SlrtBot.TestKit;
using SlrtBot.TestKit.FakeConnector;
using Xunit;

namespace SlrtBot.Bot.Tests.BotFramework;

/// <summary>A reply that is longer than a channel takes goes out in parts, and each part is read once.</summary>
public sealed class ConnectorPartsTests
{
    /// <summary>Four parts on Web Chat.</summary>
    private static readonly string Long = string.Join("\n\n", Enumerable.Range(1, 4).Select(i => new string((char)('a' + i), 3000)));

    [Theory, OnSqlite, OnPostgres]
    public async Task A_restart_in_the_middle_of_a_long_reply_repeats_no_part(DatabaseProvider provider)
    {
        // Arrange
        await using var host = await ConnectorHost.StartAsync(provider);
        var siti = host.Connector.Member();
        host.Connector.Faults.Next("send", FakeConnectorFault.EmptyAnswer, times: 2);
        host.Connector.Faults.Next("send", FakeConnectorFault.Status(429, "30"));
        await siti.SaysAsync(Long);
        await host.RestAsync();
        var interrupted = Assert.Single(await host.OutboxAsync());

        // Act
        await host.RestartAsync();
        host.Clock.Advance(TimeSpan.FromSeconds(31));
        await host.RestAsync();

        // Assert
        Assert.Equal((OutboundState.Due, 2), (interrupted.State, interrupted.PartsSent));
        Assert.Equal("bcde", string.Concat(siti.Heard.Select(m => m.Text[0])));
        Assert.Equal(OutboundState.Sent, Assert.Single(await host.OutboxAsync()).State);
    }
}
