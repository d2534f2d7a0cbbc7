using System.Net;
using System.Net.Sockets;
using Xunit;

namespace SlrtBot.Host.Tests.Boot;

/// <summary>Which names a caller may give the program: addresses that it hands out are made from them.</summary>
public sealed class HostNameTests
{
    [Theory]
    [InlineData("localhost", HttpStatusCode.OK)]
    [InlineData("127.0.0.1", HttpStatusCode.OK)]
    [InlineData("[::1]", HttpStatusCode.OK)]
    [InlineData("evil.example", HttpStatusCode.BadRequest)]
    [InlineData("localhost.evil.example", HttpStatusCode.BadRequest)]
    [InlineData("203.0.113.7", HttpStatusCode.BadRequest)]
    public async Task Without_a_public_address_only_this_machine_is_answered(string host, HttpStatusCode status) =>
        Assert.Equal(status, (await AskAsync("Production", "/healthz/live", host)).StatusCode);

    [Theory]
    [InlineData("slrt.example.go.id", HttpStatusCode.OK)]
    [InlineData("SLRT.example.go.id:8443", HttpStatusCode.OK)]
    [InlineData("localhost", HttpStatusCode.OK)]
    [InlineData("10.0.0.5", HttpStatusCode.OK)]
    [InlineData("satu.puskesos.example", HttpStatusCode.OK)]
    [InlineData("puskesos.example", HttpStatusCode.BadRequest)]
    [InlineData("evil.example", HttpStatusCode.BadRequest)]
    public async Task The_public_address_and_configured_names_are_answered_and_no_other(string host, HttpStatusCode status) =>
        Assert.Equal(status, (await AskAsync(
            "Production", "/healthz/live", host, "--Host:PublicUrl=https://slrt.example.go.id", "--Host:Names=*.puskesos.example, 10.0.0.5")).StatusCode);

    [Fact]
    public async Task Nobody_is_sent_to_a_forged_host()
    {
        // Act
        var forged = await AskAsync("Production", "/queue", "evil.example", "--Host:PublicUrl=https://slrt.example.go.id", "--Host:TrustedProxies=127.0.0.1");
        var own = await AskAsync("Production", "/queue", "slrt.example.go.id", "--Host:PublicUrl=https://slrt.example.go.id", "--Host:TrustedProxies=127.0.0.1");

        // Assert
        Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
        Assert.Null(forged.Headers.Location);
        Assert.DoesNotContain("evil", await forged.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("https://slrt.example.go.id/sign-in?ReturnUrl=%2Fqueue", own.Headers.Location?.ToString());
    }

    [Fact]
    public async Task A_health_check_that_names_no_host_is_answered()
    {
        // Arrange
        using var program = new ProgramRun();
        var status = "";

        // Act: as the image's own check asks
        await program.ServeAsync(async client =>
        {
            using var tcp = new TcpClient();
            await tcp.ConnectAsync(client.BaseAddress!.Host, client.BaseAddress.Port);
            await using var stream = tcp.GetStream();
            await stream.WriteAsync("GET /healthz/live HTTP/1.0\r\n\r\n"u8.ToArray());
            using var reader = new StreamReader(stream);
            status = await reader.ReadLineAsync() ?? "";
        });

        // Assert
        Assert.Equal("HTTP/1.1 200 OK", status);
    }

    [Fact]
    public async Task In_Development_a_phone_may_call_by_whatever_name_it_knows() =>
        Assert.Equal(HttpStatusCode.OK, (await AskAsync("Development", "/healthz/live", "192.168.1.5")).StatusCode);

    private static async Task<HttpResponseMessage> AskAsync(string environment, string path, string host, params string[] settings)
    {
        using var program = new ProgramRun { Environment = environment };
        HttpResponseMessage? answer = null;
        await program.ServeAsync(
            async client =>
            {
                using var direct = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = client.BaseAddress };
                using var request = new HttpRequestMessage(HttpMethod.Get, path);
                request.Headers.Host = host;
                request.Headers.Add("X-Forwarded-Proto", "https");
                answer = await direct.SendAsync(request);
            },
            settings);
        return answer!;
    }
}
