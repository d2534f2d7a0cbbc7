using System.Net;
using System.Net.ServerSentEvents;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Staff;
using Xunit;

namespace SlrtBot.Bot.Tests.WebChat;

/// <summary>The page as its script has it: posts that answer with pieces, and messages that come by themselves.</summary>
public sealed class ChatEventsTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    [Fact]
    public async Task A_message_arrives_when_it_is_committed_and_counts_as_sent()
    {
        // Arrange
        await using var site = await ChatSite.OpenAsync();
        using var browser = await TalkingAsync(site);
        using var patience = new CancellationTokenSource(Patience);
        await using var events = FollowAsync(browser, Guid.Empty, null, patience.Token).GetAsyncEnumerator(patience.Token);
        await NextAsync(events, "Anda bilang: halo");

        // Act
        await WriteAsStaffAsync(site, "Kartunya masih ada?");
        var bubble = await NextAsync(events, "Kartunya masih ada?");

        // Assert
        Assert.Contains("Dian Lestari, petugas", bubble.Data, StringComparison.Ordinal);
        await Eventually.BeAsync(() => site.ReadAsync(db => db.OutboundMessages.AllAsync(m => m.State == OutboundState.Sent)));
    }

    [Fact]
    public async Task What_was_committed_while_the_line_was_down_arrives_after_it_is_up_again()
    {
        // Arrange
        await using var site = await ChatSite.OpenAsync();
        using var browser = await TalkingAsync(site);
        using var patience = new CancellationTokenSource(Patience);
        string last;
        await using (var first = FollowAsync(browser, Guid.Empty, null, patience.Token).GetAsyncEnumerator(patience.Token))
        {
            last = (await NextAsync(first, "Anda bilang: halo")).EventId!;
        }

        await WriteAsStaffAsync(site, "Pertama");
        await WriteAsStaffAsync(site, "Kedua");

        // Act
        await using var second = FollowAsync(browser, Guid.Empty, last, patience.Token).GetAsyncEnumerator(patience.Token);
        await NextAsync(second, "Pertama");
        var bubble = await NextAsync(second, "Kedua");

        // Assert
        Assert.NotEqual(last, bubble.EventId);
    }

    [Fact]
    public async Task The_very_first_reply_arrives_on_a_line_that_was_open_before_the_chat_was_known()
    {
        // Arrange
        await using var site = await ChatSite.OpenAsync();
        var held = site.Bot.Held = new TaskCompletionSource();
        using var browser = site.NewBrowser();
        await browser.OpenAsync();
        using var patience = new CancellationTokenSource(Patience);
        await PostAsync(browser, ("text", "halo"));
        await using var events = FollowAsync(browser, Guid.Empty, null, patience.Token).GetAsyncEnumerator(patience.Token);
        await NextAsync(events, "halo");

        // Act
        held.SetResult();
        var bubble = await NextAsync(events, "Anda bilang: halo");

        // Assert
        Assert.Contains("m bot", bubble.Data, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_post_by_the_script_is_answered_with_the_pieces_that_its_page_lacks()
    {
        // Arrange
        await using var site = await ChatSite.OpenAsync();
        using var browser = site.NewBrowser();
        await browser.OpenAsync();

        // Act
        var pieces = await PostAsync(browser, ("text", "halo"));

        // Assert
        Assert.Equal("halo", pieces.QuerySelector(".own .t")!.TextContent.Trim());
        Assert.Empty(pieces.QuerySelectorAll("header"));
        Assert.Matches("^m[0-9a-f]{32}$", pieces.QuerySelector(".own")!.Id!);
        await Eventually.BeAsync(() => Task.FromResult(site.Bot.Turns.Count == 1));
    }

    [Fact]
    public async Task A_place_and_a_press_reach_the_bot()
    {
        // Arrange
        await using var site = await ChatSite.OpenAsync();
        using var browser = site.NewBrowser();
        await browser.OpenAsync();

        // Act
        await PostAsync(browser, ("latitude", "-7.0512"), ("longitude", "107.5541"), ("accuracy", "25"));
        await PostAsync(browser, ("press", "tok"));
        await PostAsync(browser, ("latitude", "NaN"), ("longitude", "1e400"));
        await Eventually.BeAsync(() => Task.FromResult(site.Bot.Turns.Count == 2));

        // Assert
        var place = Protocol.ActivityContents.ReadPlace(site.Bot.Turns.First().Activity)!;
        Assert.Equal((-7.0512, 107.5541, 25), (place.Latitude, place.Longitude, place.Accuracy));
        Assert.Equal("tok", Protocol.ActivityContents.ReadPress(site.Bot.Turns.Last().Activity));
    }

    [Fact]
    public async Task Nobody_without_a_chat_is_kept_on_the_line()
    {
        // Arrange
        await using var site = await ChatSite.OpenAsync();
        using var browser = site.NewBrowser();

        // Act
        var answer = await browser.RawAsync(new HttpRequestMessage(HttpMethod.Get, "/chat/events"));

        // Assert
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
    }

    private static async Task<Browser> TalkingAsync(ChatSite site)
    {
        var browser = site.NewBrowser();
        await browser.OpenAsync();
        await browser.WriteAsync("halo");
        return browser;
    }

    private static async IAsyncEnumerable<SseItem<string>> FollowAsync(
        Browser browser, Guid after, string? last, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, $"/chat/events?after={after}");
        if (last is not null)
        {
            request.Headers.Add("Last-Event-ID", last);
        }

        using var answer = await browser.RawAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType!.MediaType);
        await using var stream = await answer.Content.ReadAsStreamAsync(cancellationToken);
        await foreach (var item in SseParser.Create(stream).EnumerateAsync(cancellationToken))
        {
            yield return item;
        }
    }

    private static async Task<SseItem<string>> NextAsync(IAsyncEnumerator<SseItem<string>> events, string words)
    {
        while (await events.MoveNextAsync())
        {
            if (events.Current.Data.Contains(words, StringComparison.Ordinal))
            {
                return events.Current;
            }
        }

        throw new InvalidOperationException($"The stream ended before '{words}' came.");
    }

    private static async Task<IHtmlDocument> PostAsync(Browser browser, params (string Name, string Value)[] filled)
    {
        var fields = Browser.Fields((IHtmlFormElement)browser.Page.GetElementById("say")!, filled);
        var request = new HttpRequestMessage(HttpMethod.Post, "/chat") { Content = new FormUrlEncodedContent(fields) };
        request.Headers.Add("X-Slrt-Chat", "1");
        var answer = await browser.RawAsync(request);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
    }

    private static async Task WriteAsStaffAsync(ChatSite site, string text)
    {
        var outcome = await site.App.Services.GetRequiredService<UnitOfWork>().RunAsync<StaffPen, Done>((pen, ct) => pen.WriteAsync(text, ct), default);
        Assert.True(outcome.Succeeded);
    }

    internal sealed class StaffPen(SlrtDbContext db, Outbox outbox, TimeProvider clock)
    {
        public async Task<Outcome<Done>> WriteAsync(string text, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow().UtcDateTime;
            var dian = await db.StaffMembers.SingleOrDefaultAsync(cancellationToken);
            if (dian is null)
            {
                dian = new StaffMember
                {
                    Id = SequentialId.Next(now), UserName = "dian", NormalizedUserName = "DIAN", Name = "Dian Lestari", SecurityStamp = "s", CreatedAt = now,
                };
                db.Add(dian);
            }

            outbox.Enqueue(
                await db.Conversations.SingleAsync(cancellationToken), new MessageContent(text), OutboundKind.Staff, $"staff:{text}", now, staffId: dian.Id);
            return default(Done);
        }
    }
}
