using SlrtBot.Console.Tests.Site;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Complaints.Feedback;
using SlrtBot.Core.Complaints.Queue;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Staff;
using SlrtBot.TestKit;

namespace SlrtBot.Console.Tests.Pages;

[Collection(ConsoleTests.Name)]
public sealed class QueueTests(ConsoleSite site)
{
    [Fact]
    public async Task The_queue_holds_the_readers_area_and_no_other()
    {
        // Arrange
        var here = await site.LodgeAsync("N3", TestData.Village);
        var there = await site.LodgeAsync("N3", TestData.OtherVillage);
        var village = await site.SignedInAsync(Role.Facilitator, TestData.Village);
        var regency = await site.SignedInAsync(Role.Manager);
        var wide = await site.SignedInAsync(Role.Analyst, "32");

        // Act
        var inVillage = await village.GetAsync("/queue?view=all&category=N3");
        var inRegency = await regency.GetAsync("/queue?view=all&category=N3");
        var inProvince = await wide.GetAsync("/queue?view=all&category=N3");

        // Assert
        Assert.Contains(here.Reference, inVillage.Body, StringComparison.Ordinal);
        Assert.DoesNotContain(there.Reference, inVillage.Body, StringComparison.Ordinal);
        Assert.All([inRegency, inProvince], p => Assert.Contains(there.Reference, p.Body, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Filters_stand_in_the_address_and_narrow_the_list()
    {
        // Arrange
        var browser = await site.SignedInAsync(Role.Manager);
        var urgent = await site.LodgeAsync("N5", urgency: Urgency.Urgent);
        var calm = await site.LodgeAsync("N5");
        var elsewhere = await site.LodgeAsync("N5", TestData.OtherVillage, urgency: Urgency.Urgent);

        // Act
        var page = await browser.GetAsync($"/queue?view=new&category=N5&urgency=urgent&district=32.04.44&village={TestData.Village}&channel=telegram&sort=newest");

        // Assert
        Assert.Contains(urgent.Reference, page.Body, StringComparison.Ordinal);
        Assert.DoesNotContain(calm.Reference, page.Body, StringComparison.Ordinal);
        Assert.DoesNotContain(elsewhere.Reference, page.Body, StringComparison.Ordinal);
        Assert.Equal("N5", page.One("#category option[selected]").GetAttribute("value"));
    }

    [Theory]
    [InlineData("/queue?view=nonsense&category=%27&urgency=x&district=%25&village=_&channel=%00x&sort=;&p=-7")]
    [InlineData("/queue?p=99999999999999999999")]
    [InlineData("/queue?p=abc&p=2&view=new&view=all")]
    public async Task Nonsense_in_the_address_is_no_error(string path)
    {
        // Arrange
        var browser = await site.SignedInAsync(Role.Manager);

        // Act
        var page = await browser.GetAsync(path);

        // Assert
        Assert.Equal(200, page.Status);
    }

    [Fact]
    public async Task Emergencies_and_what_is_due_first_stand_on_top_and_can_be_turned_round()
    {
        // Arrange
        var browser = await site.SignedInAsync(Role.Facilitator, "32.04.05.2004");
        var slow = await site.LodgeAsync("N3", "32.04.05.2004");
        var quick = await site.LodgeAsync("N6", "32.04.05.2004");
        var grave = await site.LodgeAsync("N3", "32.04.05.2004", urgency: Urgency.Emergency);

        // Act
        var due = await browser.GetAsync("/queue");
        var newest = await browser.GetAsync("/queue?sort=newest");
        var all = await browser.GetAsync("/queue?view=all&sort=due");

        // Assert
        Assert.Equal([grave.Reference, quick.Reference, slow.Reference], due.Texts("[data-row] .mono"));
        Assert.Equal([slow.Reference, grave.Reference, quick.Reference], newest.Texts("[data-row] .mono"));
        Assert.Equal([quick.Reference, grave.Reference, slow.Reference], all.Texts("[data-row] .mono"));
    }

    [Fact]
    public async Task A_reference_leads_to_its_complaint_or_to_a_kind_no()
    {
        // Arrange
        var browser = await site.SignedInAsync(Role.Facilitator, TestData.OtherVillage);
        var mine = await site.LodgeAsync(village: TestData.OtherVillage);
        var elsewhere = await site.LodgeAsync(village: TestData.Village);

        // Act
        var found = await browser.GetAsync($"/queue?reference={mine.Reference.ToLowerInvariant()}");
        var missed = await browser.GetAsync($"/queue?reference={elsewhere.Reference}");

        // Assert
        Assert.Equal($"/complaints/{mine.Reference}", found.Location);
        Assert.Equal(200, missed.Status);
        Assert.NotEmpty(missed.Text("[role=alert]"));
    }

    [Fact]
    public async Task A_long_queue_has_pages_that_keep_the_filter()
    {
        // Arrange
        var browser = await site.SignedInAsync(Role.Facilitator, "32.04.05.2001");
        for (var i = 0; i <= QueueFilter.PageSize; i++)
        {
            await site.LodgeAsync("N2", "32.04.05.2001");
        }

        // Act
        var first = await browser.GetAsync("/queue?view=open&category=N2");
        var next = first.One("a[rel=next]").GetAttribute("href")!;
        var second = await browser.GetAsync(next);

        // Assert
        Assert.Contains("category=N2", next, StringComparison.Ordinal);
        Assert.Equal(QueueFilter.PageSize, first.Document.QuerySelectorAll("[data-row]").Length);
        Assert.Single(second.Document.QuerySelectorAll("[data-row]"));
        Assert.NotNull(second.Document.QuerySelector("a[rel=prev]"));
    }

    [Fact]
    public async Task Home_counts_what_the_lists_hold()
    {
        // Arrange
        var staff = await site.StaffAsync(Role.Facilitator, "32.04.05.2002");
        var browser = await site.SignedInAsync(staff);
        var complaint = await site.LodgeAsync("N3", "32.04.05.2002");
        await site.LodgeAsync("N3", "32.04.05.2002");
        _ = await browser.SubmitAsync(await browser.GetAsync($"/complaints/{complaint.Reference}"), "form[action$='/assign']");

        // Act
        var home = await browser.GetAsync("/");

        // Assert
        Assert.Equal("2", home.Text("#tile-new b"));
        Assert.Equal("1", home.Text("#tile-mine b"));
        Assert.Equal("2", (await browser.GetAsync("/queue?view=new")).Document.QuerySelectorAll("[data-row]").Length.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task What_a_resident_asked_to_raise_is_a_view_of_its_own_and_marked_on_the_complaint()
    {
        // Arrange: raised by the resident, a week after its promise has passed.
        const string village = "32.04.05.2003";
        var raised = await site.LodgeAsync("N3", village);
        var other = await site.LodgeAsync("N3", village);
        var browser = await site.SignedInAsync(Role.Supervisor, "32.04.05");
        var by = Provenance.Resident(raised.ConversationId!.Value, "telegram", raised.PromiseOn.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc).AddDays(7));
        await site.Units.RunAsync<RaiseComplaint, Complaint>((act, cancel) => act.DoAsync(raised.Id, by, cancel), CancellationToken.None);

        // Act
        var list = await browser.GetAsync($"/queue?view=raised&village={village}&district=32.04.05");
        var page = await browser.GetAsync($"/complaints/{raised.Reference}");

        // Assert
        Assert.Equal([raised.Reference], list.Texts("[data-row] .mono"));
        Assert.Contains("Minta dinaikkan", list.Text("[data-row]"), StringComparison.Ordinal);
        Assert.Contains("Minta dinaikkan", page.Text("#raised"), StringComparison.Ordinal);
        Assert.Contains("Warga minta dinaikkan", page.Text("#timeline"), StringComparison.Ordinal);
        Assert.DoesNotContain(other.Reference, list.Body, StringComparison.Ordinal);
    }
}
