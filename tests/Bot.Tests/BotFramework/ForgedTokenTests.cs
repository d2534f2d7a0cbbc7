using System.Net;
using Xunit;

namespace SlrtBot.Bot.Tests.BotFramework;

/// <summary>Each forged token alone, over real HTTP: refused, and never by an accident (docs/checks.md, T-47).</summary>
public sealed class ForgedTokenTests(ForgedTokenTests.Door door) : IClassFixture<ForgedTokenTests.Door>
{
    public static TheoryData<string> Forged => [.. ForgedTokens.All.Select(t => t.Name)];

    public static TheoryData<string> Genuine => [.. GenuineTokens.All.Select(t => t.Name)];

    [Theory]
    [MemberData(nameof(Forged))]
    public async Task A_forged_token_is_refused_and_leaves_nothing_behind(string name)
    {
        // Arrange
        var before = await door.Host.InboxAsync();

        // Act
        var status = await ChannelTokenTests.PostAsync(door.Host, ForgedTokens.Named(name).Header(door.Forge));

        // Assert
        Assert.Equal(HttpStatusCode.Unauthorized, status);
        Assert.Equal(before.Count, (await door.Host.InboxAsync()).Count);
    }

    [Theory]
    [MemberData(nameof(Genuine))]
    public async Task What_is_only_unusual_is_heard(string name)
    {
        // Arrange
        var before = await door.Host.InboxAsync();

        // Act
        var status = await ChannelTokenTests.PostAsync(door.Host, GenuineTokens.Named(name).Header(door.Forge));

        // Assert
        Assert.Equal(HttpStatusCode.Accepted, status);
        Assert.Equal(before.Count + 1, (await door.Host.InboxAsync()).Count);
    }

    /// <summary>One bot for all of them: nothing that one leaves behind may help the next.</summary>
    public sealed class Door : IAsyncLifetime
    {
        internal ConnectorHost Host { get; private set; } = null!;

        internal TokenForge Forge { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            Host = await ConnectorHost.StartAsync();
            Forge = new TokenForge(Host.Connector);
        }

        public async Task DisposeAsync()
        {
            Forge.Dispose();
            await Host.DisposeAsync();
        }
    }
}
