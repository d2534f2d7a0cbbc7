using System.Net.Http.Headers;
using Xunit;

namespace SlrtBot.Host.Tests.Boot;

/// <summary>Pages and what they are made of are small on the wire, in Development as in Production.</summary>
public sealed class CompressedPageTests
{
    private const string Trusted = "--Host:TrustedProxies=127.0.0.1";

    [Theory]
    [InlineData("Production", "/sign-in", "br")]
    [InlineData("Production", "/sign-in", "gzip")]
    [InlineData("Development", "/chat", "gzip")]
    [InlineData("Development", "/lib/bootstrap/bootstrap.min.css", "gzip")]
    public async Task Text_is_compressed_as_the_browser_wishes(string environment, string path, string encoding)
    {
        // Arrange
        using var program = new ProgramRun { Environment = environment };
        IEnumerable<string> encodings = [];
        var (small, whole) = (0L, 0L);

        // Act
        var exit = await program.ServeAsync(async http =>
        {
            http.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
            whole = (await http.GetByteArrayAsync(new Uri(path, UriKind.Relative))).LongLength;
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue(encoding));
            using var answer = await http.SendAsync(request);
            encodings = answer.Content.Headers.ContentEncoding;
            small = (await answer.Content.ReadAsByteArrayAsync()).LongLength;
        }, Trusted);

        // Assert
        Assert.Equal(0, exit);
        Assert.Equal([encoding], encodings);
        Assert.True(small < whole * 0.6, $"{path}: {small} of {whole} bytes");
    }

    [Fact]
    public async Task What_another_site_asked_for_goes_out_whole_so_that_its_length_tells_nothing()
    {
        // Arrange
        using var program = new ProgramRun();
        IEnumerable<string> encodings = ["none yet"];

        // Act
        await program.ServeAsync(async http =>
        {
            http.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
            using var request = new HttpRequestMessage(HttpMethod.Get, "/sign-in");
            request.Headers.Add("Accept-Encoding", "br");
            request.Headers.Add("Sec-Fetch-Site", "cross-site");
            using var answer = await http.SendAsync(request);
            encodings = answer.Content.Headers.ContentEncoding;
        }, Trusted);

        // Assert
        Assert.Empty(encodings);
    }
}
