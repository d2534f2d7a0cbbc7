using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Persistence;
using SlrtBot.TestKit;
using Xunit;

namespace SlrtBot.Bot.Tests.WebChat;

/// <summary>The page as a browser without script has it.</summary>
public sealed class ChatPageTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_whole_conversation_without_script(DatabaseProvider provider)
    {
        // Arrange
        await using var site = await ChatSite.OpenAsync(provider);
        site.Bot.Reply = turn => turn.Activity.Text == "beras saya dipotong"
            ? new MessageContent("Betul?") { Choices = [new Choice("yes", "Ya, betul", "tok-yes", ChoiceStyle.Success), new Choice("no", "Bukan", "tok-no")] }
            : turn.Activity.Value is { } press
                ? new MessageContent("Nomor laporan: SLRT-7K3M-9QXA-5. Simpan.") { Monospace = ["SLRT-7K3M-9QXA-5"] }
                : new MessageContent("Silakan ceritakan.");
        using var browser = site.NewBrowser();
        await browser.OpenAsync();

        // Act
        await browser.PressAsync("Mulai");
        await browser.WriteAsync("beras saya dipotong");
        await browser.PressAsync("Ya, betul");

        // Assert
        Assert.Equal(HttpStatusCode.OK, browser.Answer.StatusCode);
        Assert.Equal(["Mulai", "beras saya dipotong", "Ya, betul"], browser.Said("own"));
        Assert.Equal(["Silakan ceritakan.", "Betul?", "Nomor laporan: SLRT-7K3M-9QXA-5. Simpan."], browser.Said("bot"));
        Assert.Equal("SLRT-7K3M-9QXA-5", browser.Page.QuerySelector("code")!.TextContent);
        Assert.Empty(browser.Page.QuerySelectorAll(".c"));
        Assert.Equal("tok-yes", site.Bot.Turns.Last().Activity.Value!.Value.GetString());
        Assert.All(await site.ReadAsync(db => db.OutboundMessages.ToListAsync()), m => Assert.Equal(OutboundState.Sent, m.State));
        var counted = site.App.Services.GetRequiredService<ChannelMeter>().Take(Channels.WebChat);
        Assert.Equal((3, 3), (counted.Received, counted.Sent));
        Assert.NotNull(counted.LastSentAt);
    }

    [Fact]
    public async Task The_page_says_that_it_is_a_bot_and_carries_nothing_inline()
    {
        // Arrange
        await using var site = await ChatSite.OpenAsync();
        using var browser = site.NewBrowser();

        // Act
        await browser.OpenAsync();

        // Assert
        Assert.Contains("asisten otomatis (bot)", browser.Page.QuerySelector("header")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("id", browser.Page.DocumentElement.GetAttribute("lang"));
        Assert.Empty(browser.Page.QuerySelectorAll("style, script:not([src]), [style], [onclick], [onload]"));
        Assert.All(browser.Page.QuerySelectorAll("textarea, input[type=file]"), f => Assert.NotNull(browser.Page.QuerySelector($"label[for={f.Id}]")));
        Assert.Equal("polite", browser.Page.QuerySelector("[role=log]")!.GetAttribute("aria-live"));
        var policy = browser.Answer.Headers.GetValues("Content-Security-Policy").Single();
        Assert.StartsWith("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("no-store", browser.Answer.Headers.CacheControl!.ToString());
    }

    [Theory]
    [InlineData("Production", "__Host-slrt-chat", true)]
    [InlineData("Development", "slrt-chat", false)]
    public async Task The_cookie_holds_256_bits_and_scripts_cannot_read_it(string environment, string name, bool secure)
    {
        // Arrange
        await using var site = await ChatSite.OpenAsync(environment: environment);
        using var browser = site.NewBrowser();

        // Act
        await browser.OpenAsync();

        // Assert
        var cookie = browser.Answer.Headers.GetValues("Set-Cookie").Single();
        Assert.Matches($"^{name}=[A-Za-z0-9_-]{{43}};", cookie);
        Assert.Equal(secure, cookie.Contains("; secure", StringComparison.OrdinalIgnoreCase));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("path=/;", cookie + ";", StringComparison.OrdinalIgnoreCase);
        Assert.Contains("max-age=31536000", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task One_browser_does_not_see_anothers_chat()
    {
        // Arrange
        await using var site = await ChatSite.OpenAsync();
        using var mine = site.NewBrowser();
        using var other = site.NewBrowser();
        await mine.OpenAsync();
        await mine.WriteAsync("rahasia saya");
        await other.OpenAsync();

        // Act
        await other.WriteAsync("halo");
        var pieces = await other.RawAsync(new HttpRequestMessage(HttpMethod.Get, "/chat/messages"));

        // Assert
        Assert.Equal(["halo"], other.Said("own"));
        Assert.DoesNotContain("rahasia", await pieces.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(2, await site.ReadAsync(db => db.Conversations.CountAsync()));
        var address = await site.ReadAsync(db => db.Conversations.Select(c => c.AddressIndex).ToListAsync());
        Assert.All(address, a => Assert.DoesNotContain(mine.Cookies.Values.First(), Convert.ToBase64String(a), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Sending_the_same_form_again_has_one_effect_but_other_words_are_heard()
    {
        // Arrange
        await using var site = await ChatSite.OpenAsync();
        using var browser = site.NewBrowser();
        await browser.OpenAsync();
        var form = browser.Page;

        // Act
        await browser.WriteAsync("sekali");
        for (var i = 0; i < 3; i++)
        {
            await Resend("sekali");
        }

        await Resend("dua kali");

        // Assert
        Assert.Equal(["sekali", "dua kali"], site.Bot.Turns.Select(t => t.Activity.Text));
        Assert.Equal(2, await site.ReadAsync(db => db.OutboundMessages.CountAsync()));

        Task Resend(string text)
        {
            var fields = Browser.Fields(
                (AngleSharp.Html.Dom.IHtmlFormElement)form.GetElementById("say")!, [("text", text)]);
            return browser.SendAsync(new HttpRequestMessage(HttpMethod.Post, "/chat") { Content = new FormUrlEncodedContent(fields) });
        }
    }

    [Fact]
    public async Task A_slow_answer_redirects_to_a_page_that_looks_again_and_loses_nothing()
    {
        // Arrange
        await using var site = await ChatSite.OpenAsync(settings: ("WebChat:ReplyWait", "200"));
        var held = site.Bot.Held = new TaskCompletionSource();
        using var browser = site.NewBrowser();
        await browser.OpenAsync();

        // Act
        await browser.WriteAsync("halo");
        var waiting = browser.Page;
        held.SetResult();
        site.Bot.Held = null;
        await Eventually.BeAsync(async () => (await site.ReadAsync(db => db.InboundMessages.SingleAsync())).State == InboundState.Done);
        await browser.OpenAsync();

        // Assert
        Assert.Contains("halo", waiting.QuerySelector(".own .t")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("http-equiv=\"refresh\"", waiting.QuerySelector("head noscript")!.InnerHtml, StringComparison.Ordinal);
        Assert.Equal(["Anda bilang: halo"], browser.Said("bot"));
        Assert.Null(browser.Page.QuerySelector("head noscript"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("0123456789012345678901234567890123456789012")]
    public async Task A_post_without_the_pages_own_token_changes_nothing_and_keeps_the_words(string token)
    {
        // Arrange
        await using var site = await ChatSite.OpenAsync();
        using var browser = site.NewBrowser();
        await browser.OpenAsync();

        // Act
        await browser.SubmitAsync("#say", ("text", "kata saya"), ("form", token));

        // Assert
        Assert.Equal(HttpStatusCode.BadRequest, browser.Answer.StatusCode);
        Assert.Equal("kata saya", browser.Page.QuerySelector("textarea")!.TextContent);
        Assert.NotNull(browser.Page.QuerySelector("[role=alert]"));
        Assert.Equal(0, await site.ReadAsync(db => db.InboundMessages.CountAsync()));
    }

    [Fact]
    public async Task Another_browsers_token_and_another_sites_post_are_refused()
    {
        // Arrange
        await using var site = await ChatSite.OpenAsync();
        using var mine = site.NewBrowser();
        using var other = site.NewBrowser();
        await mine.OpenAsync();
        await other.OpenAsync();
        var stolen = other.Page.QuerySelector("#say input[name=form]")!.GetAttribute("value")!;
        var foreign = new HttpRequestMessage(HttpMethod.Post, "/chat")
        {
            Content = new FormUrlEncodedContent(Browser.Fields(
                (AngleSharp.Html.Dom.IHtmlFormElement)mine.Page.GetElementById("say")!, [("text", "halo")])),
        };
        foreign.Headers.Add("Sec-Fetch-Site", "cross-site");

        // Act
        await mine.SubmitAsync("#say", ("text", "halo"), ("form", stolen));
        var first = mine.Answer.StatusCode;
        var second = (await mine.RawAsync(foreign)).StatusCode;

        // Assert
        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.Forbidden), (first, second));
        Assert.Equal(0, await site.ReadAsync(db => db.InboundMessages.CountAsync()));
    }

    [Fact]
    public async Task Words_are_shown_as_words_and_links_cannot_be_pressed()
    {
        // Arrange
        await using var site = await ChatSite.OpenAsync();
        using var browser = site.NewBrowser();
        await browser.OpenAsync();
        const string Nasty = "<img src=x onerror=alert(1)></article><script>alert(2)</script> https://jahat.com/a javascript:alert(3) \u202Eterbalik";

        // Act
        await browser.WriteAsync(Nasty);

        // Assert
        var own = browser.Page.QuerySelector(".own")!;
        Assert.Empty(browser.Page.QuerySelectorAll("#log img, #log script, #log a"));
        Assert.Contains("<img src=x onerror=alert(1)></article><script>", own.TextContent, StringComparison.Ordinal);
        Assert.Contains("[https://]jahat[.]com", own.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("\u202E", own.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Forgetting_asks_first_and_then_the_phone_knows_nothing()
    {
        // Arrange
        await using var site = await ChatSite.OpenAsync();
        using var browser = site.NewBrowser();
        await browser.OpenAsync();
        await browser.WriteAsync("rahasia keluarga");
        var before = browser.Cookies.Single().Value;

        // Act
        await browser.OpenAsync("/chat/forget");
        var asked = browser.Page.Body!.TextContent;
        await browser.SubmitAsync("form");

        // Assert
        Assert.DoesNotContain("rahasia", asked, StringComparison.Ordinal);
        Assert.Contains("nomor laporan", asked, StringComparison.Ordinal);
        Assert.NotEqual(before, browser.Cookies.Single().Value);
        Assert.Empty(browser.Said("own"));
        Assert.Equal(1, await site.ReadAsync(db => db.Conversations.CountAsync()));
    }

    [Fact]
    public async Task The_link_on_a_poster_arrives_with_the_start()
    {
        // Arrange
        await using var site = await ChatSite.OpenAsync();
        using var browser = site.NewBrowser();
        await browser.OpenAsync("/chat?start=d_3204101001");

        // Act
        await browser.PressAsync("Mulai");

        // Assert
        var activity = site.Bot.Turns.Single().Activity;
        Assert.Equal("/start d_3204101001", activity.Text);
        Assert.Equal("d_3204101001", Protocol.ActivityContents.ReadDeepLink(activity));
    }
}
