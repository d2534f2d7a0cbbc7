using SlrtBot.Console.Tests.Site;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Staff;
using SlrtBot.TestKit;

namespace SlrtBot.Console.Tests.Pages;

/// <summary>What holds for every page: sound html in both languages, the headers, fragments, and nobody's words as markup.</summary>
[Collection(ConsoleTests.Name)]
public sealed class EveryPageTests(ConsoleSite site)
{
    private static readonly string[] Attacks =
    [
        "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "<div hx-get=\"/x\" hx-trigger=\"load\">", "<template hx type=\"partial\" hx-target=\"#main\">x</template>",
        "<hx-partial hx-target=\"#main\">x</hx-partial>", "' onmouseover='alert(1)", "<a href=\"javascript:alert(1)\">x</a>", "</textarea><script>alert(1)</script>",
        "<p hx-swap-oob=\"true\" id=\"main\">x</p>", "<svg/onload=alert(1)>", "{{7*7}}${7*7}@(7*7)",
    ];

    [Theory]
    [InlineData("id")]
    [InlineData("en")]
    public async Task Every_page_is_sound_in_both_languages(string language)
    {
        // Arrange
        var browser = await site.SignedInAsync(Role.Manager, readsSensitive: true);
        var (complaint, number) = await SampleAsync(browser);
        if (language != "id")
        {
            _ = await browser.SubmitAsync(await browser.GetAsync("/"), ".foot form");
        }

        foreach (var path in new[]
        {
            "/", "/queue", "/queue?view=all&category=P1&district=32.04.44", "/queue?reference=SLRT-0000-0000-0", $"/complaints/{complaint.Reference}",
            $"/complaints/{complaint.Reference}/refer", "/referrals", "/referrals?view=all", "/tasks", "/tasks?list=desk", "/tasks?list=desk&late=true", "/tasks?list=waiting", $"/referrals/{number}", $"/referrals/{number}/letter",
            "/partners", "/programmes", "/account", "/system", "/requests", "/conversations",
            $"/conversations/{complaint.ConversationId}", "/help", "/privacy", "/language", "/sign-out", "/errors/404", "/nothing-here",
        })
        {
            // Act
            var page = await browser.GetAsync(path);

            // Assert
            Assert.True(page.Status is 200 or 404 or 409, $"{path}: {page.Status}");
            Assert.Equal(language, page.One("html").GetAttribute("lang"));
            Assert.DoesNotMatch("^(Galat|Error):", page.Document.Title);
            AssertHtml.IsSound(page);
            AssertHeaders(page);
        }
    }

    [Fact]
    public async Task Pages_for_anyone_are_sound_too()
    {
        foreach (var path in new[] { "/sign-in", "/help", "/privacy", "/language", "/errors/500", "/none" })
        {
            var page = await site.Browser().GetAsync(path);
            AssertHtml.IsSound(page);
            AssertHeaders(page);
        }
    }

    [Fact]
    public async Task A_fragment_is_the_pages_own_part_and_nothing_of_the_frame()
    {
        // Arrange
        var browser = await site.SignedInAsync(Role.Manager);

        foreach (var path in new[] { "/", "/queue", "/referrals", "/partners", "/account" })
        {
            // Act
            var whole = await browser.GetAsync(path);
            var part = await browser.GetAsync(path, fragment: true);

            // Assert
            Assert.Contains("<html", whole.Body, StringComparison.Ordinal);
            Assert.DoesNotContain("<html", part.Body, StringComparison.Ordinal);
            Assert.DoesNotContain("class=\"rail", part.Body, StringComparison.Ordinal);
            Assert.Equal(whole.Text("main h1"), part.Text("h1"));
            Assert.Contains("HX-Request", part.Header("Vary"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Nobodys_words_become_markup()
    {
        // Arrange
        var browser = await site.SignedInAsync(Role.Manager);
        foreach (var attack in Attacks)
        {
            var complaint = await site.LodgeAsync(category: "N1", story: attack, name: attack);
            var clean = await site.LodgeAsync(category: "N1", story: "Biasa saja", name: "Biasa saja");
            var page = await browser.GetAsync($"/complaints/{complaint.Reference}");
            _ = await browser.SubmitAsync(page, "form[action$='/note']", fields: [("Text", attack)]);

            // Act
            page = await browser.GetAsync($"/complaints/{complaint.Reference}");
            var plain = await browser.GetAsync($"/complaints/{clean.Reference}");
            var list = await browser.GetAsync("/queue?view=all&category=N1");

            // Assert
            Assert.Contains(attack, page.Texts("#story-title + p").Single() + page.Texts("#timeline").Single(), StringComparison.Ordinal);
            Assert.Empty(AssertHtml.Inline(page.Document));
            Assert.Empty(AssertHtml.Inline(list.Document));
            Assert.Equal(plain.Document.QuerySelectorAll("img, template, hx-partial, [hx-swap-oob]").Length, page.Document.QuerySelectorAll("img, template, hx-partial, [hx-swap-oob]").Length);
            Assert.All(page.Document.QuerySelectorAll("#story-title + p, #timeline p"), p => Assert.True(p.HasAttribute("hx-ignore")));
        }
    }

    [Fact]
    public async Task A_link_in_a_residents_words_is_dead()
    {
        // Arrange
        var browser = await site.SignedInAsync(Role.Manager);
        var complaint = await site.LodgeAsync(story: "Lihat http://jahat.example.com/x ya");

        // Act
        var page = await browser.GetAsync($"/complaints/{complaint.Reference}");

        // Assert
        Assert.Contains("[http://]jahat[.]example[.]com", page.Text("#story-title + p"), StringComparison.Ordinal);
        Assert.Empty(page.Document.QuerySelectorAll("#story-title + p a"));
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused_and_changes_nothing()
    {
        // Arrange
        var browser = await site.SignedInAsync(Role.Manager);
        var complaint = await site.LodgeAsync();

        // Act
        var answer = await browser.PostAsync($"/complaints/{complaint.Reference}/move", false, ("Verb", "review"), ("Version", "0"));
        var wrong = await browser.PostAsync($"/complaints/{complaint.Reference}/move?csrf=x", true, ("Verb", "review"), ("Version", "0"));

        // Assert
        Assert.Equal(400, answer.Status);
        Assert.Equal(400, wrong.Status);
        Assert.Equal(ComplaintStatus.Received, (await site.ReadAsync(async db => await db.Complaints.FindAsync(complaint.Id)))!.Status);
    }

    [Fact]
    public async Task What_another_sites_page_sends_is_refused_also_with_a_token()
    {
        // Arrange
        var browser = await site.SignedInAsync(Role.Manager);
        var complaint = await site.LodgeAsync();
        var page = await browser.GetAsync($"/complaints/{complaint.Reference}");
        browser.Http.DefaultRequestHeaders.Add("Sec-Fetch-Site", "cross-site");

        // Act
        var answer = await browser.SubmitAsync(page, "form:has([value=review])");

        // Assert
        Assert.Equal(403, answer.Status);
        Assert.Equal(ComplaintStatus.Received, (await site.ReadAsync(async db => await db.Complaints.FindAsync(complaint.Id)))!.Status);
    }

    [Fact]
    public async Task The_token_may_come_by_the_scripts_header()
    {
        // Arrange
        var browser = await site.SignedInAsync(Role.Manager);
        var complaint = await site.LodgeAsync();
        var page = await browser.GetAsync($"/complaints/{complaint.Reference}");
        var token = System.Text.Json.JsonDocument.Parse(page.One("body").GetAttribute("hx-headers:inherited")!).RootElement.GetProperty("X-CSRF-TOKEN").GetString();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/complaints/{complaint.Reference}/assign")
        {
            Content = new FormUrlEncodedContent([KeyValuePair.Create("Take", "true")]),
        };
        request.Headers.Add("X-CSRF-TOKEN", token);

        // Act
        var answer = await browser.Http.SendAsync(request);

        // Assert
        Assert.Equal(303, (int)answer.StatusCode);
    }

    [Theory]
    [InlineData("error", 500)]
    [InlineData("storage", 503)]
    public async Task An_error_page_shows_a_number_and_nothing_of_the_inside(string kind, int status)
    {
        // Arrange
        var browser = await site.SignedInAsync(Role.Manager);
        browser.Http.DefaultRequestHeaders.Add(Breakdown.Header, kind);

        // Act
        var page = await browser.GetAsync("/queue");

        // Assert
        Assert.Equal(status, page.Status);
        Assert.NotEmpty(page.Text("[data-correlation]"));
        Assert.DoesNotContain("secret", page.Body, StringComparison.Ordinal);
        Assert.Null(page.Header("Server"));
        AssertHtml.IsSound(page);
        AssertHeaders(page);
    }

    [Fact]
    public async Task The_first_load_stays_small()
    {
        // Arrange
        var browser = await site.SignedInAsync(Role.Manager);

        // Act
        var home = await browser.GetAsync("/");
        var css = 0L;
        foreach (var href in home.Document.QuerySelectorAll("link[rel=stylesheet]").Select(l => l.GetAttribute("href")!))
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, href);
            request.Headers.Add("Accept-Encoding", "br");
            var file = await browser.Http.SendAsync(request);
            Assert.True(file.IsSuccessStatusCode, href);
            css += (await file.Content.ReadAsByteArrayAsync()).Length;
        }

        // Assert: the css budget is counted compressed, where the build has compressed it
        Assert.True(home.Body.Length <= 25_000, $"html {home.Body.Length}");
        Assert.True(css <= 260_000, $"css {css}");
    }

    private static void AssertHeaders(Answer page)
    {
        Assert.Equal(
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; media-src 'self'; connect-src 'self'; "
            + "form-action 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'", page.Header("Content-Security-Policy"));
        Assert.Equal("nosniff", page.Header("X-Content-Type-Options"));
        Assert.Equal("no-referrer", page.Header("Referrer-Policy"));
        Assert.Equal("same-origin", page.Header("Cross-Origin-Opener-Policy"));
        Assert.Equal("same-origin", page.Header("Cross-Origin-Resource-Policy"));
        Assert.Contains("camera=()", page.Header("Permissions-Policy"), StringComparison.Ordinal);
        Assert.Contains("no-store", page.Header("Cache-Control"), StringComparison.Ordinal);
        Assert.Contains("HX-Request", page.Header("Vary"), StringComparison.Ordinal);
        Assert.Null(page.Header("Access-Control-Allow-Origin"));
    }

    private async Task<(Complaint Complaint, string Number)> SampleAsync(Browser browser)
    {
        var partner = await site.PartnerAsync();
        var complaint = await site.LodgeAsync("N1", urgency: Urgency.Emergency);
        var page = await browser.GetAsync($"/complaints/{complaint.Reference}");
        _ = await browser.SubmitAsync(page, "form[action$='/move']:has([value=review])");
        await TestData.AnalyseAsync(site.Units, complaint, site.Clock.UtcNow);
        page = await browser.GetAsync($"/complaints/{complaint.Reference}/refer");
        var sent = await browser.SubmitAsync(
            page, "main form", fields: [("Partner", partner.Id.ToString()), ("Words", "Mohon diperiksa"), ("Consent", "spoken")]);
        Assert.Equal(303, sent.Status);
        return (complaint, sent.Location!.Split('/')[^1]);
    }
}
