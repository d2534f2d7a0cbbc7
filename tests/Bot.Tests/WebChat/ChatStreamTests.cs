using System.Net;
using Xunit;

namespace SlrtBot.Bot.Tests.WebChat;

/// <summary>How many pages may be on the line at once; who finds no place still gets what is new.</summary>
public sealed class ChatStreamTests
{
    [Fact]
    public async Task A_chat_that_is_open_too_often_is_told_to_come_back_and_other_chats_are_not()
    {
        // Arrange
        await using var site = await ChatSite.OpenAsync(settings: ("WebChat:StreamsPerChat", "2"));
        using var browser = await TalkingAsync(site);
        using var other = await TalkingAsync(site);
        using var first = await ListenAsync(browser);
        using var second = await ListenAsync(browser);

        // Act
        using var third = await ListenAsync(browser);
        using var others = await ListenAsync(other);
        using var pieces = await browser.RawAsync(new HttpRequestMessage(HttpMethod.Get, "/chat/messages"));

        // Assert
        Assert.Equal((HttpStatusCode.TooManyRequests, "30"), (third.StatusCode, third.Headers.RetryAfter?.ToString()));
        Assert.Equal(HttpStatusCode.OK, others.StatusCode);
        Assert.Contains("Anda bilang: halo", await pieces.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_is_closed_leaves_its_place_to_the_next()
    {
        // Arrange
        await using var site = await ChatSite.OpenAsync(settings: ("WebChat:StreamsPerChat", "1"));
        using var browser = await TalkingAsync(site);
        var first = await ListenAsync(browser);
        using var beside = await ListenAsync(browser);

        // Act
        first.Dispose();
        await browser.WriteAsync("lagi");

        // Assert
        Assert.Equal(HttpStatusCode.TooManyRequests, beside.StatusCode);
        await Eventually.BeAsync(async () =>
        {
            using var next = await ListenAsync(browser);
            return next.StatusCode == HttpStatusCode.OK;
        });
    }

    [Theory]
    [InlineData("WebChat:StreamsPerAddress", HttpStatusCode.TooManyRequests)]
    [InlineData("WebChat:Streams", HttpStatusCode.ServiceUnavailable)]
    public async Task Too_many_chats_of_one_address_and_too_many_in_all_are_told_to_come_back(string setting, HttpStatusCode status)
    {
        // Arrange
        await using var site = await ChatSite.OpenAsync(settings: (setting, "2"));
        var browsers = new List<Browser> { await TalkingAsync(site), await TalkingAsync(site), await TalkingAsync(site) };
        using var first = await ListenAsync(browsers[0]);
        using var second = await ListenAsync(browsers[1]);

        // Act
        using var third = await ListenAsync(browsers[2]);

        // Assert
        Assert.Equal((status, "30"), (third.StatusCode, third.Headers.RetryAfter?.ToString()));
        browsers.ForEach(b => b.Dispose());
    }

    [Fact]
    public async Task Without_a_limit_everybody_may_listen()
    {
        // Arrange
        await using var site = await ChatSite.OpenAsync(
            settings: [("WebChat:StreamsPerChat", "0"), ("WebChat:StreamsPerAddress", "0"), ("WebChat:Streams", "0")]);
        using var browser = await TalkingAsync(site);

        // Act
        var answers = new List<HttpResponseMessage>();
        for (var i = 0; i < 10; i++)
        {
            answers.Add(await ListenAsync(browser));
        }

        // Assert
        Assert.All(answers, a => Assert.Equal(HttpStatusCode.OK, a.StatusCode));
        answers.ForEach(a => a.Dispose());
    }

    private static async Task<Browser> TalkingAsync(ChatSite site)
    {
        var browser = site.NewBrowser();
        await browser.OpenAsync();
        await browser.WriteAsync("halo");
        return browser;
    }

    private static Task<HttpResponseMessage> ListenAsync(Browser browser) =>
        browser.RawAsync(new HttpRequestMessage(HttpMethod.Get, "/chat/events"), HttpCompletionOption.ResponseHeadersRead);
}
