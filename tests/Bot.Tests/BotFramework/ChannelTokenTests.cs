using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using SlrtBot.TestKit.FakeConnector;
using Xunit;

namespace SlrtBot.Bot.Tests.BotFramework;

/// <summary>Only channels are heard (docs/checks.md, T-47).</summary>
public sealed class ChannelTokenTests
{
    [Fact]
    public async Task A_hundred_forged_tokens_cause_no_calls_and_do_not_close_the_door()
    {
        // Arrange
        await using var host = await ConnectorHost.StartAsync();
        using var forge = new TokenForge(host.Connector);

        // Act
        var answers = new List<HttpStatusCode>();
        foreach (var token in ForgedTokens.All)
        {
            answers.Add(await PostAsync(host, token.Header(forge)));
        }

        // Assert
        Assert.True(answers.Count >= 100, $"{answers.Count}");
        Assert.Equal([HttpStatusCode.Unauthorized], answers.Distinct());
        Assert.Empty(await host.InboxAsync());
        Assert.Equal((0, 0), (host.Connector.Count("send"), host.Connector.Count("token")));
        Assert.InRange(host.Connector.Count("keys"), 1, 2);
        Assert.Equal(HttpStatusCode.Accepted, await PostAsync(host, $"Bearer {host.Connector.Token()}"));
    }

    [Theory]
    [InlineData("exp", -299)]
    [InlineData("nbf", 299)]
    public async Task Clocks_may_differ_by_a_little_less_than_five_minutes(string claim, int seconds)
    {
        // Arrange
        await using var host = await ConnectorHost.StartAsync();
        var claims = host.Connector.Claims();
        var now = host.Clock.GetUtcNow().ToUnixTimeSeconds();
        claims["nbf"] = now - 3600;
        claims[claim] = now + seconds;

        // Act
        var status = await PostAsync(host, $"Bearer {host.Connector.Keys[0].Sign(host.Connector.Keys[0].Header(), claims)}");

        // Assert
        Assert.Equal(HttpStatusCode.Accepted, status);
    }

    [Theory]
    [InlineData("RS256")]
    [InlineData("RS384")]
    [InlineData("RS512")]
    public async Task Every_length_of_signature_is_taken_and_the_service_in_any_case(string alg)
    {
        // Arrange
        await using var host = await ConnectorHost.StartAsync();
        var key = host.Connector.Keys[0];
        var claims = host.Connector.Claims();
        claims["serviceurl"] = host.Connector.ServiceUrl.ToUpperInvariant();

        // Act
        var status = await PostAsync(host, $"bearer {key.Sign(key.Header(alg), claims)}");

        // Assert
        Assert.Equal(HttpStatusCode.Accepted, status);
    }

    [Theory]
    [InlineData("channelId", "slack")]
    [InlineData("channelId", "WEBCHAT")]
    [InlineData("serviceUrl", "https://smba.trafficmanager.net/emea/")]
    [InlineData("serviceUrl", null)]
    public async Task A_token_covers_its_own_service_and_the_channels_of_its_key_alone(string field, string? value)
    {
        // Arrange
        await using var host = await ConnectorHost.StartAsync();

        // Act
        var status = await PostAsync(host, $"Bearer {host.Connector.Token()}", activity => activity[field] = value);

        // Assert
        Assert.Equal(HttpStatusCode.Unauthorized, status);
        Assert.Empty(await host.InboxAsync());
    }

    [Fact]
    public async Task A_service_that_is_not_allowed_is_refused_whatever_the_token_says()
    {
        // Arrange
        await using var host = await ConnectorHost.StartAsync();
        const string elsewhere = "https://evil.example/";
        var claims = host.Connector.Claims();
        claims["serviceurl"] = elsewhere;

        // Act
        var status = await PostAsync(
            host, $"Bearer {host.Connector.Keys[0].Sign(host.Connector.Keys[0].Header(), claims)}", activity => activity["serviceUrl"] = elsewhere);

        // Assert
        Assert.Equal(HttpStatusCode.Unauthorized, status);
    }

    [Fact]
    public async Task A_second_address_in_the_same_body_is_not_the_one_that_is_used()
    {
        // Arrange
        await using var host = await ConnectorHost.StartAsync();
        var member = host.Connector.Member();
        var body = member.Fill(new JsonObject { ["type"] = "message", ["text"] = "halo" }).ToJsonString();

        // Act
        var status = await PostAsync(host, $"Bearer {host.Connector.Token()}", $$"""{{body[..^1]}},"ServiceUrl":"https://evil.example/","CHANNELID":"slack"}""");
        await host.RestAsync();

        // Assert
        Assert.Equal(HttpStatusCode.Accepted, status);
        Assert.Equal("halo", Assert.Single(member.Heard).Text);
    }

    [Fact]
    public async Task A_new_key_is_fetched_when_somebody_signs_with_it_but_not_for_every_stranger()
    {
        // Arrange
        await using var host = await ConnectorHost.StartAsync();
        await PostAsync(host, $"Bearer {host.Connector.Token()}");
        using var stranger = new FakeSigningKey("key-of-a-stranger", "webchat");
        host.Connector.Keys.Insert(0, new FakeSigningKey("key-2", "webchat"));

        // Act
        host.Clock.Advance(TimeSpan.FromMinutes(2));
        var rotated = await PostAsync(host, $"Bearer {host.Connector.Token()}");
        var fetched = host.Connector.Count("keys");
        for (var i = 0; i < 20; i++)
        {
            await PostAsync(host, $"Bearer {stranger.Sign(stranger.Header(), host.Connector.Claims())}");
        }

        // Assert
        Assert.Equal((HttpStatusCode.Accepted, 2), (rotated, fetched));
        Assert.Equal(2, host.Connector.Count("keys"));
    }

    [Fact]
    public async Task Keys_are_fetched_anew_every_day_and_a_withdrawn_one_is_refused()
    {
        // Arrange
        await using var host = await ConnectorHost.StartAsync();
        await PostAsync(host, $"Bearer {host.Connector.Token()}");
        var old = host.Connector.Keys[0];
        host.Connector.Keys[0] = new FakeSigningKey("key-2", "webchat");

        // Act
        host.Clock.Advance(TimeSpan.FromHours(25));
        var status = await PostAsync(host, $"Bearer {old.Sign(old.Header(), host.Connector.Claims())}");

        // Assert
        Assert.Equal(HttpStatusCode.Unauthorized, status);
        old.Dispose();
    }

    [Fact]
    public async Task Where_no_key_can_be_fetched_the_last_ones_serve_for_a_while()
    {
        // Arrange
        await using var host = await ConnectorHost.StartAsync();
        await PostAsync(host, $"Bearer {host.Connector.Token()}");
        host.Connector.Faults.Always("metadata", FakeConnectorFault.Status(500));

        // Act
        host.Clock.Advance(TimeSpan.FromDays(4));
        var after = await PostAsync(host, $"Bearer {host.Connector.Token()}");
        host.Clock.Advance(TimeSpan.FromDays(2));
        var longAfter = await PostAsync(host, $"Bearer {host.Connector.Token()}");

        // Assert
        Assert.Equal((HttpStatusCode.Accepted, HttpStatusCode.Unauthorized), (after, longAfter));
    }

    internal static Task<HttpStatusCode> PostAsync(ConnectorHost host, string? authorization, Action<JsonObject>? change = null)
    {
        var activity = host.Connector.Member().Fill(new JsonObject { ["type"] = "message", ["text"] = "halo" });
        change?.Invoke(activity);
        return PostAsync(host, authorization, activity.ToJsonString());
    }

    internal static async Task<HttpStatusCode> PostAsync(ConnectorHost host, string? authorization, string body, string type = "application/json")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = new StringContent(body, Encoding.UTF8, type) };
        request.Headers.TryAddWithoutValidation("Authorization", authorization);
        using var response = await host.Http.SendAsync(request);
        return response.StatusCode;
    }
}
