using System.Net;
using SlrtBot.Core.Persistence;
using SlrtBot.TestKit;
using Xunit;

namespace SlrtBot.Host.Tests.Boot;

public sealed class DoorTests
{
    [Theory]
    [OnPostgres("bot", HttpStatusCode.OK, HttpStatusCode.NotFound)]
    [OnPostgres("console", HttpStatusCode.NotFound, HttpStatusCode.OK)]
    [OnPostgres("jobs", HttpStatusCode.NotFound, HttpStatusCode.NotFound)]
    [OnPostgres("bot,console,jobs", HttpStatusCode.OK, HttpStatusCode.OK)]
    public async Task A_process_opens_the_doors_that_it_is_told_to(DatabaseProvider provider, string doors, HttpStatusCode chat, HttpStatusCode console)
    {
        // Arrange
        var (settings, directory, name) = await TestDatabase.SettingsAsync(provider);
        using var program = new ProgramRun { DataDirectory = directory };
        var statuses = new List<HttpStatusCode>();

        // Act
        var exit = await program.ServeAsync(
            async client =>
            {
                client.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
                foreach (var path in (string[])["/chat", "/chat/chat.css", "/sign-in"])
                {
                    statuses.Add((await client.GetAsync(path)).StatusCode);
                }
            },
            [
                $"--Host:Doors={doors}", "--Host:TrustedProxies=127.0.0.1", "--Database:Provider=Postgres",
                $"--ConnectionStrings:Slrt={settings["ConnectionStrings:Slrt"]}",
            ]);

        // Assert
        Assert.Equal(0, exit);
        Assert.Equal([chat, HttpStatusCode.OK, console], statuses);
        await TestDatabase.RemoveAsync(directory, name);
    }

    [Theory]
    [InlineData("https", "127.0.0.1", HttpStatusCode.OK)]
    [InlineData("https", "10.0.0.0/8", HttpStatusCode.BadRequest)]
    [InlineData("http", "127.0.0.1", HttpStatusCode.BadRequest)]
    public async Task Only_a_trusted_proxy_is_believed_that_it_was_https(string scheme, string trusted, HttpStatusCode expected)
    {
        // Arrange
        using var program = new ProgramRun();
        HttpResponseMessage? answer = null;
        HttpResponseMessage? health = null;

        // Act
        await program.ServeAsync(
            async client =>
            {
                client.DefaultRequestHeaders.Add("X-Forwarded-Proto", scheme);
                answer = await client.GetAsync("/sign-in");
                health = await client.GetAsync("/healthz/ready");
            },
            $"--Host:TrustedProxies={trusted}", "--Host:PublicUrl=https://slrt.example.go.id");

        // Assert
        Assert.Equal(expected, answer!.StatusCode);
        Assert.Equal(expected != HttpStatusCode.OK, (await answer.Content.ReadAsStringAsync()).Contains("https://slrt.example.go.id/", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.OK, health!.StatusCode);
    }
}
