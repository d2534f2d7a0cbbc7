using System.Net;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace SlrtBot.Bot.Tests.WebChat;

/// <summary>Who comes in, in which language, and for how many the page is there.</summary>
public sealed class ChatDoorTests
{
    [Fact]
    public async Task English_is_a_switch_away()
    {
        // Arrange
        await using var site = await ChatSite.OpenAsync();
        using var browser = site.NewBrowser();
        await browser.OpenAsync();

        // Act
        await browser.SubmitAsync(".menu form", ("language", "en"));

        // Assert
        Assert.Equal("en", browser.Page.DocumentElement.GetAttribute("lang"));
        Assert.Contains("automatic assistant (bot)", browser.Page.QuerySelector("header")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_chat_begins_in_the_pages_language_and_later_the_bot_is_told_in_words()
    {
        // Arrange
        await using var site = await ChatSite.OpenAsync();
        using var browser = site.NewBrowser();
        await browser.OpenAsync();
        await browser.SubmitAsync(".menu form", ("language", "en"));
        await browser.PressAsync("Start");

        // Act
        await browser.SubmitAsync(".menu form", ("language", "id"));

        // Assert
        Assert.Equal("en", (await site.ReadAsync(db => db.Conversations.SingleAsync())).Language);
        Assert.Equal(["/start", "bahasa indonesia"], site.Bot.Turns.Select(t => t.Activity.Text));
    }

    [Fact]
    public async Task The_same_word_from_two_pages_is_said_twice_even_where_a_page_gives_no_id()
    {
        // Arrange
        await using var site = await ChatSite.OpenAsync();
        using var browser = site.NewBrowser();
        await browser.OpenAsync();

        // Act
        await browser.SubmitAsync("#say", ("text", "ya"), ("id", "not.an/id"));
        await browser.SubmitAsync("#say", ("text", "ya"), ("id", ""));
        await browser.WriteAsync("ya");

        // Assert
        Assert.Equal(3, site.Bot.Turns.Count);
    }

    [Fact]
    public async Task A_crowd_from_one_address_may_come_and_a_flood_is_told_to_wait()
    {
        // Arrange
        await using var site = await ChatSite.OpenAsync(settings: ("WebChat:NewConversationsPerAddress", "20"));

        // Act
        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 22; i++)
        {
            using var browser = site.NewBrowser();
            await browser.OpenAsync();
            await browser.WriteAsync("halo");
            answers.Add(browser.Answer.StatusCode);
        }

        // Assert
        Assert.All(answers[..20], a => Assert.Equal(HttpStatusCode.OK, a));
        Assert.All(answers[20..], a => Assert.Equal(HttpStatusCode.TooManyRequests, a));
    }

    [Fact]
    public async Task Switched_off_there_is_no_page()
    {
        // Arrange
        await using var site = await ChatSite.OpenAsync(settings: ("WebChat:Enabled", "false"));
        using var browser = site.NewBrowser();

        // Act
        await browser.OpenAsync();

        // Assert
        Assert.Equal(HttpStatusCode.NotFound, browser.Answer.StatusCode);
    }
}
