using System.Net;
using System.Net.Http.Headers;
using SlrtBot.Host.Tests.Boot;
using SlrtBot.Host.Tests.HouseRules;
using Xunit;

namespace SlrtBot.Host.Tests.Metrics;

/// <summary><c>/metrics</c> of the running program: what it tells, and to whom.</summary>
public sealed class MetricsPageTests
{
    private const string Token = "--Metrics:Token=a-long-random-token-0123456789";

    [Fact]
    public async Task Who_watches_the_machine_sees_the_figures_that_are_documented_and_no_address_that_was_asked_for()
    {
        // Arrange
        using var program = new ProgramRun();
        HttpResponseMessage? answer = null;
        var text = "";

        // Act
        await program.ServeAsync(async client =>
        {
            _ = await client.GetAsync("/chat?start=rahasia");
            _ = await client.GetAsync("/set-up/kode-rahasia");
            answer = await client.GetAsync("/metrics");
            text = await answer.Content.ReadAsStringAsync();
        });

        // Assert
        Assert.Equal(HttpStatusCode.OK, answer!.StatusCode);
        Assert.Equal("text/plain; version=0.0.4; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        Assert.Contains("slrt_outbox_waiting 0\n", text, StringComparison.Ordinal);
        Assert.Contains("slrt_storage_answers 1\n", text, StringComparison.Ordinal);
        Assert.Contains("slrt_job_last_run_failed{job=\"seal-audit\"} 0\n", text, StringComparison.Ordinal);
        Assert.Contains("http_server_request_duration_seconds_bucket{http_request_method=\"GET\"", text, StringComparison.Ordinal);
        Assert.Contains("dotnet_process_memory_working_set_bytes ", text, StringComparison.Ordinal);
        Assert.DoesNotContain("rahasia", text, StringComparison.Ordinal);
        var told = text.Split('\n').Where(l => l.StartsWith("# TYPE ", StringComparison.Ordinal)).Select(l => l.Split(' ')[2]).ToList();
        var documented = File.ReadAllText(Path.Combine(Repository.Root, "docs/metrics.md"));
        Assert.All(told.Where(name => !name.StartsWith("test_", StringComparison.Ordinal)), name => Assert.Contains($"`{name}`", documented, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(null, null, HttpStatusCode.NotFound)]
    [InlineData(null, "a-long-random-token-0123456789", HttpStatusCode.NotFound)]
    [InlineData(Token, null, HttpStatusCode.Unauthorized)]
    [InlineData(Token, "a-long-random-token-012345678", HttpStatusCode.Unauthorized)]
    [InlineData(Token, "", HttpStatusCode.Unauthorized)]
    [InlineData(Token, "a-long-random-token-0123456789", HttpStatusCode.OK)]
    public async Task From_elsewhere_only_the_token_opens_it(string? setting, string? shown, HttpStatusCode status)
    {
        // Arrange
        using var program = new ProgramRun();
        HttpResponseMessage? answer = null;

        // Act
        await program.ServeAsync(
            async client =>
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, "/metrics");
                // As a proxy passes the world's requests on.
                request.Headers.Add("X-Forwarded-For", "203.0.113.7");
                request.Headers.Authorization = shown is null ? null : new AuthenticationHeaderValue("Bearer", shown);
                answer = await client.SendAsync(request);
            },
            setting is null ? [] : [setting]);

        // Assert
        Assert.Equal(status, answer!.StatusCode);
        Assert.Equal(status == HttpStatusCode.OK, (await answer.Content.ReadAsStringAsync()).Contains("slrt_", StringComparison.Ordinal));
        Assert.Equal(status == HttpStatusCode.Unauthorized, answer.Headers.WwwAuthenticate.Count > 0);
    }
}
