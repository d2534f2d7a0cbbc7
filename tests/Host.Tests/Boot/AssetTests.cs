using System.Net;
using Xunit;

namespace SlrtBot.Host.Tests.Boot;

public sealed class AssetTests
{
    [Theory]
    [InlineData("Production")]
    [InlineData("Development")]
    public async Task What_the_build_fetched_is_served_whole(string environment)
    {
        // Arrange
        using var program = new ProgramRun { Environment = environment };
        var served = new Dictionary<string, long>();

        // Act
        await program.ServeAsync(async client =>
        {
            foreach (var path in new[] { "/lib/bootstrap/bootstrap.min.css", "/lib/htmx/htmx.min.js", "/lib/htmx/hx-sse.min.js", "/robots.txt" })
            {
                using var answer = await client.GetAsync(path);
                served[path] = answer.StatusCode == HttpStatusCode.OK ? (await answer.Content.ReadAsByteArrayAsync()).Length : -(int)answer.StatusCode;
            }
        });

        // Assert
        Assert.InRange(served["/lib/bootstrap/bootstrap.min.css"], 200_000, 300_000);
        Assert.InRange(served["/lib/htmx/htmx.min.js"], 30_000, 50_000);
        Assert.InRange(served["/lib/htmx/hx-sse.min.js"], 4_000, 10_000);
        Assert.InRange(served["/robots.txt"], 20, 30);
    }

    [Fact]
    public void The_area_lists_lie_beside_the_program()
    {
        // Act
        var lists = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "areas")).Select(Path.GetFileName).Order();

        // Assert
        Assert.Equal(["districts.csv", "provinces.csv", "regencies.csv", "villages.csv"], lists);
    }
}
