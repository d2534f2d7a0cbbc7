using Microsoft.Playwright;
using SlrtBot.Browser.Tests.Stage;
using SlrtBot.Core.Persistence;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace SlrtBot.Browser.Tests.WebChat;

/// <summary>What only a browser can show of the chat page: small screens, broken lines, pictures.</summary>
[Collection(BrowserCollection.Name)]
public sealed class ChatOnAPhoneTests(Browsers browsers)
{
    [BrowserFact]
    public async Task What_is_sent_without_a_line_waits_on_the_page_and_arrives_once()
    {
        // Arrange
        await using var resident = await Resident.OpenAsync(browsers.NewcomerAsync(DatabaseProvider.Sqlite, width: 360));
        await resident.PressAsync("Mulai");
        await resident.HearAsync("Silakan pilih");
        await resident.Page.Context.SetOfflineAsync(true);

        // Act
        await resident.SayAsync("bantuan");
        var waiting = resident.Page.Locator(".lost");
        await Expect(waiting).ToContainTextAsync("Belum terkirim.");
        await resident.Page.Context.SetOfflineAsync(false);
        await waiting.Locator("button").ClickAsync();

        // Assert
        await Expect(waiting).ToHaveCountAsync(0);
        // As the server has it: a bubble that is only being sent would be kept over the reload.
        await Expect(resident.Page.Locator(".own[data-k]", new() { HasText = "bantuan" })).ToHaveCountAsync(1);
        await Expect(resident.Page.Locator(".own", new() { HasText = "bantuan" })).ToHaveCountAsync(1);
        await resident.Page.ReloadAsync();
        await Expect(resident.Page.Locator(".own", new() { HasText = "bantuan" })).ToHaveCountAsync(1);
        resident.Person.AssertNothingWentWrong("net::ERR_");
    }

    [BrowserFact]
    public async Task Words_outlive_a_cookie_that_went_under_the_open_page_and_a_reload()
    {
        // Arrange
        await using var resident = await Resident.OpenAsync(browsers.NewcomerAsync(DatabaseProvider.Sqlite, width: 360));
        await resident.PressAsync("Mulai");
        await resident.HearAsync("Silakan pilih");
        await resident.Page.Context.ClearCookiesAsync();

        // Act
        await resident.SayAsync("bantuan");
        var waiting = resident.Page.Locator(".lost");
        await Expect(waiting).ToContainTextAsync("bantuan");
        await resident.Page.ReloadAsync();
        await Expect(waiting).ToContainTextAsync("bantuan");
        await waiting.Locator("button").ClickAsync();

        // Assert
        await Expect(waiting).ToHaveCountAsync(0);
        await Expect(resident.Page.Locator(".own[data-k]", new() { HasText = "bantuan" })).ToHaveCountAsync(1);
        await Expect(resident.Page.Locator(".own", new() { HasText = "bantuan" })).ToHaveCountAsync(1);
        await resident.Page.ReloadAsync();
        await Expect(waiting).ToHaveCountAsync(0);
        resident.Person.AssertNothingWentWrong("400");
    }

    [BrowserFact]
    public async Task Two_first_visits_at_once_are_both_heard_without_a_second_press()
    {
        // Arrange
        await using var resident = await Resident.OpenAsync(browsers.NewcomerAsync(DatabaseProvider.Sqlite, width: 360));
        await resident.Page.Context.ClearCookiesAsync();
        var second = await resident.Page.Context.NewPageAsync();
        await second.GotoAsync("/chat");

        // Act
        await resident.PressAsync("Mulai");

        // Assert
        await resident.HearAsync("Silakan pilih");
        resident.Person.AssertNothingWentWrong("400");
    }

    [BrowserFact]
    public async Task Two_windows_of_one_phone_show_the_same_chat()
    {
        // Arrange
        await using var resident = await Resident.OpenAsync(browsers.NewcomerAsync(DatabaseProvider.Sqlite, width: 360));
        await resident.PressAsync("Mulai");
        await resident.HearAsync("Silakan pilih");
        var second = await resident.Page.Context.NewPageAsync();
        await second.GotoAsync("/chat");

        // Act
        await resident.SayAsync("menu");

        // Assert
        await Expect(second.Locator(".own", new() { HasText = "menu" })).ToHaveCountAsync(1);
        await Expect(second.Locator("form.c")).ToHaveCountAsync(1);
        await Expect(resident.Page.Locator("form.c")).ToHaveCountAsync(1);
        Assert.Equal(
            await resident.Page.Locator("[data-k]").EvaluateAllAsync<string[]>("all => all.map(m => m.id)"),
            await second.Locator("[data-k]").EvaluateAllAsync<string[]>("all => all.map(m => m.id)"));
    }

    [BrowserFact]
    public async Task A_large_photo_is_made_small_before_it_travels()
    {
        // Arrange
        await using var resident = await Resident.OpenAsync(browsers.NewcomerAsync(DatabaseProvider.Sqlite, width: 360));
        var photo = await resident.Page.EvaluateAsync<string>(
            """
            () => {
              const canvas = Object.assign(document.createElement('canvas'), { width: 1800, height: 1200 });
              const draw = canvas.getContext('2d'), noise = draw.createImageData(1800, 1200);
              noise.data.forEach((_, i) => { noise.data[i] = i % 4 === 3 ? 255 : Math.random() * 256; });
              draw.putImageData(noise, 0, 0);
              return canvas.toDataURL('image/png').split(',')[1];
            }
            """);
        await resident.Page.EvaluateAsync(
            """
            () => {
              const plain = window.fetch;
              window.fetch = (to, what) => {
                window.sent = what?.body?.get('photo')?.size ?? window.sent;
                return plain(to, what);
              };
            }
            """);

        // Act
        await resident.Page.Locator("#photo").SetInputFilesAsync(new FilePayload
        {
            Name = "rumah.png", MimeType = "image/png", Buffer = Convert.FromBase64String(photo),
        });
        await Expect(resident.Page.Locator(".own", new() { HasText = "Terkirim" })).ToContainTextAsync("Foto");

        // Assert
        Assert.InRange(await resident.Page.EvaluateAsync<int>("() => window.sent"), 1, Convert.FromBase64String(photo).Length - 1);
        resident.Person.AssertNothingWentWrong();
    }

    [BrowserTheory]
    [InlineData(320, true)]
    [InlineData(360, false)]
    [InlineData(1280, true)]
    public async Task Everything_can_be_reached_and_read_on_every_screen(int width, bool script)
    {
        // Arrange
        await using var resident = await Resident.OpenAsync(browsers.NewcomerAsync(DatabaseProvider.Sqlite, width, script));
        await resident.PressAsync("Mulai");
        await resident.HearAsync("Silakan pilih");
        await resident.Page.Locator("summary").ClickAsync();

        // Act
        var narrow = await resident.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth");
        var small = await resident.Page.Locator("button:visible, a:visible, summary, textarea").EvaluateAllAsync<string[]>(
            "all => all.filter(e => { const r = e.getBoundingClientRect(); return r.width > 1 && (r.height < 44 || r.width < 44); }).map(e => e.textContent)");
        var faults = script ? await FaultsAsync(resident.Page) : [];

        // Assert
        Assert.True(narrow);
        Assert.Empty(small);
        Assert.Empty(faults);
    }

    // axe needs the page's own timers: it cannot look at a page whose scripts are switched off.
    private static async Task<string[]> FaultsAsync(IPage page)
    {
        await page.EvaluateAsync(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "axe.min.js")));
        return await page.EvaluateAsync<string[]>(
            "async () => (await axe.run()).violations.map(v => `${v.id}: ${v.nodes.map(n => n.html).join(' ')}`)");
    }
}
