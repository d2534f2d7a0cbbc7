using System.Net;
using AngleSharp.Html.Dom;
using SlrtBot.Bot.WebChat;
using Xunit;

namespace SlrtBot.Bot.Tests.WebChat;

/// <summary>A cookie that is cleared or replaced while the page stands open, as by a second window.</summary>
public sealed class ChatCookieTests
{
    [Theory]
    [InlineData("cleared")]
    [InlineData("replaced")]
    public async Task A_cookie_that_went_under_the_open_page_costs_no_word(string how)
    {
        // Arrange
        await using var site = await ChatSite.OpenAsync();
        using var browser = site.NewBrowser();
        using var second = site.NewBrowser();
        await browser.OpenAsync();
        await second.OpenAsync();
        browser.Cookies.Clear();
        if (how == "replaced")
        {
            browser.Cookies.Add(second.Cookies.Single().Key, second.Cookies.Single().Value);
        }

        // Act
        await browser.WriteAsync("beras belum datang");
        var refused = browser.Answer.StatusCode;
        var kept = browser.Page.QuerySelector("textarea")!.TextContent;
        await browser.WriteAsync(kept);

        // Assert
        Assert.Equal((HttpStatusCode.BadRequest, "beras belum datang"), (refused, kept));
        Assert.Equal(["beras belum datang"], browser.Said("own"));
        Assert.Equal(["Anda bilang: beras belum datang"], browser.Said("bot"));
    }

    [Theory]
    [InlineData("cleared")]
    [InlineData("replaced")]
    public async Task A_script_is_refused_with_the_token_that_its_next_try_needs(string how)
    {
        // Arrange
        await using var site = await ChatSite.OpenAsync();
        using var browser = site.NewBrowser();
        await browser.OpenAsync();
        var fields = Browser.Fields((IHtmlFormElement)browser.Page.GetElementById("say")!, [("text", "halo")]);
        browser.Cookies.Clear();
        if (how == "replaced")
        {
            await browser.RawAsync(new HttpRequestMessage(HttpMethod.Get, "/chat"));
        }

        // Act
        var refused = await browser.RawAsync(Post(fields));
        fields["form"] = refused.Headers.GetValues(ReceivePost.TokenHeader).Single();
        var taken = await browser.RawAsync(Post(fields));

        // Assert
        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.OK), (refused.StatusCode, taken.StatusCode));
        await Eventually.BeAsync(() => Task.FromResult(site.Bot.Turns.Select(t => t.Activity.Text).SequenceEqual(["halo"])));
    }

    private static HttpRequestMessage Post(Dictionary<string, string> fields)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/chat") { Content = new FormUrlEncodedContent(fields) };
        request.Headers.Add(ReceivePost.ScriptHeader, "1");
        return request;
    }
}
