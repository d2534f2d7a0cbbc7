using Microsoft.EntityFrameworkCore;
using SlrtBot.Console.Live;
using SlrtBot.Console.Tests.Site;
using SlrtBot.Core.Staff;
using SlrtBot.TestKit;

namespace SlrtBot.Console.Tests.Pages;

[Collection(ConsoleTests.Name)]
public sealed class LiveTests(ConsoleSite site)
{
    [Fact]
    public async Task An_open_console_hears_of_its_own_area_and_of_no_other()
    {
        // Arrange
        var browser = await site.SignedInAsync(Role.Facilitator, TestData.Village);
        using var stream = await OpenStream.OpenAsync(browser);
        Assert.Equal("ping", await stream.NextAsync());

        // Act
        _ = await site.LodgeAsync(village: TestData.OtherVillage);
        _ = await site.LodgeAsync("P2", TestData.Village);
        var mine = await site.LodgeAsync(village: TestData.Village);

        // Assert
        Assert.Equal("queue-changed", await stream.NextAsync());
        Assert.Equal($"complaint-{mine.Id:N}", await stream.NextAsync());
    }

    [Fact]
    public async Task An_open_console_hears_that_a_colleague_calls_a_complaint_more_urgent()
    {
        // Arrange
        const string village = "32.04.05.2004";
        var browser = await site.SignedInAsync(Role.Facilitator, village);
        var complaint = await site.LodgeAsync(village: village);
        using var stream = await OpenStream.OpenAsync(browser);
        Assert.Equal("ping", await stream.NextAsync());

        // Act
        var page = await browser.GetAsync($"/complaints/{complaint.Reference}");
        await browser.SubmitAsync(page, "#classify form", fields: [("Urgency", "urgent")]);

        // Assert
        Assert.Equal("queue-changed", await stream.NextAsync());
        Assert.Equal($"complaint-{complaint.Id:N}", await stream.NextAsync());
    }

    [Fact]
    public async Task The_stream_of_a_deactivated_person_ends_within_seconds()
    {
        // Arrange
        var staff = await site.StaffAsync(Role.Facilitator, "32.04.05.2003");
        using var stream = await OpenStream.OpenAsync(await site.SignedInAsync(staff));
        Assert.Equal("ping", await stream.NextAsync());

        // Act
        await site.ChangeAsync(async db => (await db.StaffMembers.SingleAsync(s => s.Id == staff.Id)).IsActive = false);
        site.Clock.Advance(TimeSpan.FromSeconds(5));

        // Assert
        Assert.Equal("session-ended", await stream.NextAsync());
        Assert.Null(await stream.NextAsync());
    }

    [Fact]
    public async Task Nobody_hears_without_a_session()
    {
        // Act
        var answer = await site.Browser().GetAsync("/live");

        // Assert
        Assert.Equal(401, answer.Status);
    }

    /// <summary>Reads the names of server-sent events.</summary>
    [Fact]
    public async Task A_session_that_opens_more_streams_than_anybody_has_tabs_is_told_to_wait()
    {
        // Arrange
        var browser = await site.SignedInAsync(Role.Facilitator, TestData.Village);
        var colleague = await site.SignedInAsync(Role.Facilitator, TestData.Village);
        var open = new List<OpenStream>();
        for (var i = 0; i < LivePlaces.PerSession; i++)
        {
            open.Add(await OpenStream.OpenAsync(browser));
        }

        // Act
        using var refused = await browser.Http.GetAsync(new Uri("/live", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);
        using var other = await OpenStream.OpenAsync(colleague);
        open.ForEach(s => s.Dispose());

        // Assert
        Assert.Equal((429, "30"), ((int)refused.StatusCode, refused.Headers.RetryAfter!.ToString()));
        Assert.Equal("ping", await other.NextAsync());
    }

    private sealed class OpenStream(HttpResponseMessage response, StreamReader reader) : IDisposable
    {
        public static async Task<OpenStream> OpenAsync(Browser browser)
        {
            var response = await browser.Http.GetAsync(new Uri("/live", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);
            Assert.Equal("text/event-stream", response.Content.Headers.ContentType!.MediaType);
            return new OpenStream(response, new StreamReader(await response.Content.ReadAsStreamAsync()));
        }

        /// <returns>Null at the end of the stream.</returns>
        public async Task<string?> NextAsync()
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
            while (await reader.ReadLineAsync(patience.Token) is { } line)
            {
                if (line.StartsWith("event: ", StringComparison.Ordinal))
                {
                    return line["event: ".Length..];
                }
            }

            return null;
        }

        public void Dispose()
        {
            reader.Dispose();
            response.Dispose();
        }
    }
}
