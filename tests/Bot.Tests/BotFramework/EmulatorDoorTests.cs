using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Xunit;

namespace SlrtBot.Bot.Tests.BotFramework;

/// <summary>Without an app id nobody has a token: only an emulator on the developer's own machine is heard.</summary>
public sealed class EmulatorDoorTests
{
    [Fact]
    public async Task In_development_an_emulator_on_this_machine_is_answered_without_a_token()
    {
        // Arrange
        await using var host = await StartAsync("Development");
        var siti = host.Connector.Member("emulator");
        host.Connector.OnlyToken = "none";

        // Act
        var status = await PostAsync(host, siti.Fill(new JsonObject { ["type"] = "message", ["text"] = "halo" }).ToJsonString());
        await host.RestAsync();

        // Assert
        Assert.Equal(HttpStatusCode.Accepted, status);
        Assert.Null(Assert.Single(host.Connector.Authorizations));
        Assert.Equal(0, host.Connector.Count("token"));
    }

    [Theory]
    [InlineData("X-Forwarded-For", "203.0.113.7")]
    [InlineData("Forwarded", "for=203.0.113.7")]
    [InlineData("Host", "evil.example")]
    public async Task What_a_proxy_passes_on_is_not_heard(string header, string value)
    {
        // Arrange
        await using var host = await StartAsync("Development");
        var body = host.Connector.Member("emulator").Fill(new JsonObject { ["type"] = "message", ["text"] = "halo" }).ToJsonString();

        // Act
        var status = await PostAsync(host, body, (header, value));

        // Assert
        Assert.Equal(HttpStatusCode.Unauthorized, status);
        Assert.Empty(await host.InboxAsync());
    }

    [Theory]
    [InlineData("http://10.0.0.5/")]
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    [InlineData("https://evil.example/")]
    [InlineData("http://localhost.evil.example/")]
    public async Task An_emulator_is_on_this_machine_itself(string serviceUrl)
    {
        // Arrange
        await using var host = await StartAsync("Development");
        var body = host.Connector.Member("emulator").Fill(new JsonObject { ["type"] = "message", ["text"] = "halo", ["serviceUrl"] = serviceUrl }).ToJsonString();

        // Act
        var status = await PostAsync(host, body);

        // Assert
        Assert.Equal(HttpStatusCode.Unauthorized, status);
    }

    [Fact]
    public async Task A_page_of_another_site_cannot_post_here()
    {
        // Arrange
        await using var host = await StartAsync("Development");
        var body = host.Connector.Member("emulator").Fill(new JsonObject { ["type"] = "message", ["text"] = "halo" }).ToJsonString();

        // Act
        var status = await ChannelTokenTests.PostAsync(host, null, body, "text/plain");

        // Assert
        Assert.Equal(HttpStatusCode.BadRequest, status);
    }

    [Theory]
    [InlineData("Production")]
    [InlineData("Staging")]
    public async Task Elsewhere_there_is_no_such_door(string environment)
    {
        // Arrange
        await using var host = await StartAsync(environment);
        var body = host.Connector.Member("emulator").Fill(new JsonObject { ["type"] = "message", ["text"] = "halo" }).ToJsonString();

        // Act
        var status = await PostAsync(host, body);

        // Assert
        Assert.Equal(HttpStatusCode.NotFound, status);
    }

    private static Task<ConnectorHost> StartAsync(string environment) => ConnectorHost.StartAsync(change: settings =>
    {
        settings.Remove("BotFramework:AppId");
        settings.Remove("BotFramework:AllowedServiceHosts");
        settings["environment"] = environment;
    });

    private static async Task<HttpStatusCode> PostAsync(ConnectorHost host, string body, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        foreach (var (name, value) in headers)
        {
            request.Headers.Add(name, value);
        }

        using var response = await host.Http.SendAsync(request);
        return response.StatusCode;
    }
}
