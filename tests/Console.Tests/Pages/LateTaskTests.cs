using SlrtBot.Console.Tests.Site;
using SlrtBot.Core.Staff;

namespace SlrtBot.Console.Tests.Pages;

/// <summary>What is past its day, in words and alone.</summary>
[Collection(ConsoleTests.Name)]
public sealed class LateTaskTests(ConsoleSite site)
{
    private const string Village = "32.04.37.2002";

    [Fact]
    public async Task A_late_step_says_since_when_and_whether_the_promise_still_holds_and_is_listed_alone()
    {
        // Arrange: a step of a day, and a promise of five
        var late = await site.LodgeAsync(village: Village);
        site.Clock.Advance(TimeSpan.FromDays(4));
        var fresh = await site.LodgeAsync(village: Village);
        var browser = await site.SignedInAsync(Role.Facilitator, Village);

        // Act
        var all = await browser.GetAsync("/tasks?list=desk");
        var alone = await browser.GetAsync("/tasks?list=desk&late=true");
        var none = await (await site.SignedInAsync(Role.Facilitator, "32.04.37.2003")).GetAsync("/tasks?list=desk&late=true");

        // Assert
        Assert.All([all, alone, none], AssertHtml.IsSound);
        Assert.Equal("/tasks?list=desk&late=true", all.One("#late a").GetAttribute("href"));
        Assert.Contains("Hanya yang lewat hari: 1", all.Text("#late"), StringComparison.Ordinal);
        Assert.Contains(fresh.Reference, all.Text("#list"), StringComparison.Ordinal);
        Assert.Contains(late.Reference, alone.Text("#list"), StringComparison.Ordinal);
        Assert.Contains("janji kepada warga belum lewat", alone.Text("#list"), StringComparison.Ordinal);
        Assert.DoesNotContain(fresh.Reference, alone.Text("#list"), StringComparison.Ordinal);
        Assert.Contains("Tidak ada tugas yang lewat hari", none.Text("#list"), StringComparison.Ordinal);
    }
}
