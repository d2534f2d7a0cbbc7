using SlrtBot.Console.Tests.Site;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Staff;
using SlrtBot.TestKit;

namespace SlrtBot.Console.Tests.Security;

/// <summary>Who may go where: the list beside this file against the running program, then every role on every page.</summary>
[Collection(ConsoleTests.Name)]
public sealed class RouteMatrixTests(ConsoleSite site)
{
    private static readonly IReadOnlyList<string> Listed = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Security", "routes.txt"));

    public static TheoryData<Role> Roles => [.. Enum.GetValues<Role>()];

    [Fact]
    public void Every_route_stands_in_the_list_with_the_permission_it_asks_for() =>
        Assert.Equal(Listed, Routes.Of(site.Services));

    [Theory]
    [MemberData(nameof(Roles))]
    public async Task A_role_enters_where_it_has_the_permission_and_nowhere_else(Role role)
    {
        // Arrange
        var browser = await site.SignedInAsync(role);
        var complaint = await site.LodgeAsync();
        var pages = Listed.Select(l => l.Split(": ")).Where(l => IsPage(l[0])).ToList();
        Assert.True(pages.Count > 10);

        foreach (var page in pages)
        {
            // Act
            var answer = await browser.GetAsync(page[0].Replace("{reference}", complaint.Reference, StringComparison.Ordinal).Replace("{group}", "limits", StringComparison.Ordinal).Replace("{code}", TestData.Village, StringComparison.Ordinal));

            // Assert
            var may = page[1] is "anyone" or "any staff" || TestData.Staff(role).May(page[1]);
            Assert.True((answer.Status != 403) == may, $"{Codes.Of(role)} {page[0]}: {answer.Status}");
            // To administrators an ordinary complaint does not exist; they see those about the manager alone.
            // And the receipt of the desk exists for nobody but the one who registered.
            var hidden = (role == Role.Administrator && page[0].StartsWith("/complaints/", StringComparison.Ordinal))
                || page[0].StartsWith("/intake/", StringComparison.Ordinal);
            Assert.True(answer.Status is 200 or 302 or 403 or 409 || (hidden && answer.Status == 404), $"{page[0]}: {answer.Status}");
        }
    }

    [Theory]
    [MemberData(nameof(Roles))]
    public async Task A_complaint_elsewhere_is_not_found_by_anybody(Role role)
    {
        // Arrange
        var browser = await site.SignedInAsync(role, "32.04.37");
        var elsewhere = await site.LodgeAsync(village: TestData.Village);
        var madeUp = ReferenceCode.New();

        foreach (var path in new[] { "", "/move", "/write", "/note", "/assign", "/classify", "/consent", "/part", "/slip", "/refer" })
        {
            // Act
            var there = await browser.GetAsync($"/complaints/{elsewhere.Reference}{path}");
            var nowhere = await browser.GetAsync($"/complaints/{madeUp}{path}");

            // Assert
            Assert.Equal(nowhere.Status, there.Status);
            Assert.NotEqual(200, there.Status);
        }

        Assert.DoesNotContain(elsewhere.Reference, (await browser.GetAsync("/queue?view=all")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_sent_without_its_permission_is_refused_also_without_its_button()
    {
        // Arrange
        var reader = await site.SignedInAsync(Role.Backoffice);
        var stranger = await site.SignedInAsync(Role.Overseer);
        var complaint = await site.LodgeAsync();
        var page = await reader.GetAsync($"/complaints/{complaint.Reference}");
        var token = page.One("input[name=csrf]").GetAttribute("value")!;
        var strange = (await stranger.GetAsync("/account")).One("input[name=csrf]").GetAttribute("value")!;

        // Act
        var move = await reader.PostAsync(
            $"/complaints/{complaint.Reference}/move", false, ("csrf", token), ("Verb", "review"), ("Version", "0"), ("Seen", "received"));
        var write = await stranger.PostAsync($"/complaints/{complaint.Reference}/write", false, ("csrf", strange), ("Text", "Halo"));
        var assign = await stranger.PostAsync($"/complaints/{complaint.Reference}/assign", false, ("csrf", strange), ("Take", "true"));

        // Assert
        Assert.Equal(200, page.Status);
        Assert.Null(page.Document.QuerySelector("form[action$='/move']:has([value=review])"));
        Assert.All([move, write, assign], a => Assert.Equal(403, a.Status));
        var row = await site.ReadAsync(async db => await db.Complaints.FindAsync(complaint.Id));
        Assert.Equal(ComplaintStatus.Received, row!.Status);
    }

    private static bool IsPage(string route) =>
        !route.StartsWith("/healthz", StringComparison.Ordinal) && !route.StartsWith("/webhooks", StringComparison.Ordinal)
        && !route.StartsWith("/api", StringComparison.Ordinal) && !route.StartsWith("/chat", StringComparison.Ordinal)
        && !route.StartsWith("/errors", StringComparison.Ordinal) && !route.StartsWith("/metrics", StringComparison.Ordinal)
        && route != "/live" && !route.Contains("{token}", StringComparison.Ordinal) && !route.Contains("{number}", StringComparison.Ordinal)
        && !route.Contains("{id", StringComparison.Ordinal);
}
