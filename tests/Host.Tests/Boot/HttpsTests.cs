using Xunit;

namespace SlrtBot.Host.Tests.Boot;

/// <summary>Whoever came by https once comes by https for a year (docs/checks.md, A-49).</summary>
public sealed class HttpsTests
{
    private const string AYear = "max-age=31536000; includeSubDomains";

    [Theory]
    [InlineData("Production", "https", AYear)]
    [InlineData("Production", "http", "")]
    [InlineData("Development", "https", "")]
    public async Task Every_answer_says_how_long_it_holds_in_Production_alone(string environment, string scheme, string expected)
    {
        // Arrange: pages of both doors, a file, what is not there, what programs ask for, what is refused.
        string[] paths = ["/sign-in", "/chat", "/chat/chat.css", "/app.css", "/nothing-here", "/healthz/live", "/webhooks/telegram", "/errors/500"];
        using var program = new ProgramRun { Environment = environment };
        var said = new Dictionary<string, string>();

        // Act
        var exit = await program.ServeAsync(
            async client =>
            {
                client.DefaultRequestHeaders.Add("X-Forwarded-Proto", scheme);
                foreach (var path in paths)
                {
                    using var answer = await client.GetAsync(path);
                    said[path] = answer.Headers.TryGetValues("Strict-Transport-Security", out var values) ? string.Join(", ", values) : "";
                }
            },
            "--Host:TrustedProxies=127.0.0.1");

        // Assert
        Assert.Equal(0, exit);
        Assert.Equal(paths.ToDictionary(p => p, _ => expected), said);
    }
}
