using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Persistence;
using SlrtBot.TestKit;
using Xunit;

namespace SlrtBot.Host.Tests.Trust;

/// <summary>Who watches the machine sees from readiness which channel is ill and why.</summary>
public sealed class ReadinessTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task How_each_channel_is_doing_is_told_nearby_and_to_the_world_only_whether(DatabaseProvider provider)
    {
        // Arrange
        await using var installation = await Installation.StartAsync(provider);
        await installation.UntilAsync(db => db.ChannelChecks.AnyAsync(c => c.Channel == Channels.Telegram && c.Webhook != null), TimeSpan.FromMinutes(1));

        // Act
        var near = await ReadAsync(installation, null);
        var proxied = await ReadAsync(installation, "203.0.113.7");
        var telegram = near.GetProperty("channelDetails").GetProperty("telegram");

        // Assert
        Assert.Equal("conflict", near.GetProperty("channels").GetProperty("telegram").GetString());
        Assert.Equal(("conflict", "valid", 0), (telegram.GetProperty("state").GetString(), telegram.GetProperty("token").GetString(), telegram.GetProperty("pending").GetInt32()));
        Assert.Equal(("", 0), (telegram.GetProperty("webhook").GetProperty("url").GetString(), telegram.GetProperty("webhook").GetProperty("pending").GetInt32()));
        Assert.Equal("conflict", proxied.GetProperty("channels").GetProperty("telegram").GetString());
        Assert.False(proxied.TryGetProperty("channelDetails", out _));
    }

    private static async Task<JsonElement> ReadAsync(Installation installation, string? caller)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/healthz/ready");
        if (caller is not null)
        {
            request.Headers.Add("X-Forwarded-For", caller);
        }

        using var response = await installation.Http.SendAsync(request);
        return JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
    }
}
