using Microsoft.EntityFrameworkCore;
using SlrtBot.Console.Tests.Site;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Staff;
using SlrtBot.Core.Talks;

namespace SlrtBot.Console.Tests.Pages;

/// <summary>Who is called in an emergency, as those who keep the list and those who need it see it.</summary>
[Collection(ConsoleTests.Name)]
public sealed class DutyPageTests(ConsoleSite site)
{
    [Fact]
    public async Task Somebody_is_put_on_the_list_is_named_on_the_card_of_an_emergency_and_is_taken_off()
    {
        // Arrange
        var (browser, officer) = (await site.SignedInAsync(Role.Manager), await site.SignedInAsync(Role.Coordinator));
        var conversation = await AlarmAsync();
        var before = await officer.GetAsync($"/conversations/{conversation}");
        var page = await browser.GetAsync("/settings/duty");

        // Act
        (string, string)[] typed = [("Area", "32.04"), ("Name", "Ujang Piket"), ("Phone", "0812 9999 0001"), ("Hours", "07.00-06.59"), ("Reason", "Jadwal Desember")];
        var saved = await browser.SubmitAsync(page, "form:has([name=Area])", fields: typed);
        var twice = await browser.SubmitAsync(page, "form:has([name=Area])", fields: typed);
        var list = await browser.GetAsync("/settings/duty");
        var during = await officer.GetAsync($"/conversations/{conversation}");
        var row = list.Document.QuerySelectorAll("#duties details").Single(d => d.TextContent.Contains("Ujang Piket", StringComparison.Ordinal));
        var unsaid = await browser.SubmitAsync(list, $"#{row.Id} form", fields: [("Why", " ")]);
        var removed = await browser.SubmitAsync(list, $"#{row.Id} form", fields: [("Why", "Ganti jadwal")]);
        var again = await browser.SubmitAsync(list, $"#{row.Id} form", fields: [("Why", "Ganti jadwal")]);
        var after = await browser.GetAsync("/settings/duty");
        var off = await officer.GetAsync($"/conversations/{conversation}");

        // Assert
        Assert.All([before, page, list, during, unsaid, after, off], AssertHtml.IsSound);
        Assert.Equal((303, 303, 422, 303, 303), (saved.Status, twice.Status, unsaid.Status, removed.Status, again.Status));
        Assert.DoesNotContain("Ujang Piket", before.Text("#on-duty"), StringComparison.Ordinal);
        Assert.Contains("0812-9999-0001", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("Piket sekarang", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("Ujang Piket", during.Text("#on-duty"), StringComparison.Ordinal);
        Assert.Contains("0812-9999-0001", during.Text("#on-duty"), StringComparison.Ordinal);
        Assert.NotNull(unsaid.One($"#{row.Id}").GetAttribute("open"));
        Assert.DoesNotContain("Ujang Piket", after.Text("#duties"), StringComparison.Ordinal);
        Assert.Contains("Ujang Piket", after.Texts("#log li")[0], StringComparison.Ordinal);
        Assert.Contains("Ganti jadwal", after.Texts("#log li")[0], StringComparison.Ordinal);
        Assert.Contains("pukul 07.00-06.59 → tidak piket", after.Texts("#log li")[0], StringComparison.Ordinal);
        Assert.DoesNotContain("Ujang Piket", off.Text("#on-duty"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_wrong_is_said_and_nothing_typed_is_lost()
    {
        // Arrange
        var browser = await site.SignedInAsync(Role.Administrator);
        var page = await browser.GetAsync("/settings/duty");

        // Act
        var wrong = await browser.SubmitAsync(
            page, "form:has([name=Area])", fields: [("Area", "32.04"), ("Name", "Ujang"), ("Phone", "rumah"), ("Hours", "malam"), ("To", "2020-01-01"), ("Reason", "Jadwal")]);

        // Assert
        AssertHtml.IsSound(wrong);
        Assert.Equal(422, wrong.Status);
        Assert.Equal(("Ujang", "rumah", "malam"), (Value("Name"), Value("Phone"), Value("Hours")));
        Assert.Equal(3, wrong.Texts("form:has([name=Area]) .field-error").Count);

        string? Value(string field) => wrong.One($"form:has([name=Area]) [name={field}]").GetAttribute("value");
    }

    [Fact]
    public async Task The_check_of_the_installation_says_where_an_emergency_would_reach_nobody()
    {
        // Arrange: the site is shared, and others link chats there
        var manager = await site.SignedInAsync(Role.Manager);
        await site.ChangeAsync(async db => await db.StaffChats.Where(c => c.UnlinkedAt == null).ForEachAsync(c => c.UnlinkedAt = site.Clock.UtcNow));
        await site.ChangeAsync(async db => await db.DutyEntries.Where(d => d.RemovedAt == null).ForEachAsync(d => d.RemovedAt = site.Clock.UtcNow));

        // Act
        var nobody = await manager.GetAsync("/system");
        var page = await manager.GetAsync("/settings/duty");
        await manager.SubmitAsync(page, "form:has([name=Area])", fields: [("Area", "32.04"), ("Name", "Ujang"), ("Phone", "112"), ("Reason", "Jadwal")]);
        var somebody = await manager.GetAsync("/system");

        // Assert
        AssertHtml.IsSound(nobody);
        Assert.Equal("/settings/duty", nobody.One("#missing-duty a").GetAttribute("href"));
        Assert.Null(somebody.Document.QuerySelector("#missing-duty"));
    }

    private async Task<Guid> AlarmAsync()
    {
        var conversation = await site.ConversationAsync();
        var by = Provenance.Resident(conversation.Id, "telegram", site.Clock.UtcNow);
        await site.Units.RunAsync<RaiseAlarm, Talk>(
            async (act, cancel) => await act.DoAsync(await site.ReadAsync(db => db.Conversations.SingleAsync(c => c.Id == conversation.Id, cancel)), new Cry("tolong kebakaran"), by, cancel), CancellationToken.None);
        return conversation.Id;
    }
}
