using Microsoft.EntityFrameworkCore;
using SlrtBot.Console.Tests.Site;
using SlrtBot.Core.Staff;

namespace SlrtBot.Console.Tests.Pages;

/// <summary>Whom complaints concern, as the desk sees and decides it.</summary>
[Collection(ConsoleTests.Name)]
public sealed class PersonPageTests(ConsoleSite site)
{
    private const string Village = "32.04.06.2009";

    [Fact]
    public async Task Somebody_known_is_shown_beside_the_form_and_fills_in_what_was_not_typed()
    {
        // Arrange
        var staff = await site.StaffAsync(Role.Frontoffice, Village);
        var browser = await site.SignedInAsync(staff);
        var form = await browser.GetAsync("/intake");
        await SaveAsync(browser, form, ("Form.Name", "Mimin Karmini Dewi"), ("Form.Phone", "0812 9876 5001"), ("Form.NationalId", "3204064506780012"));
        var person = (await site.ReadAsync(db => db.Complaints.SingleAsync(c => c.AssistedBy == staff.Id))).PersonId;

        // Act
        var next = await browser.GetAsync("/intake");
        var shown = await browser.PostAsync("/intake?handler=Beside", false, [("csrf", Token(next)), ("DraftId", Draft(next)), ("Form.Name", "Mimin Karmini"), ("Form.Place", Village), ("Form.Subject", "self")]);
        var saved = await SaveAsync(browser, next, ("Form.Name", ""), ("Form.Person", $"{person}"));
        var both = await site.ReadAsync(db => db.Complaints.Where(c => c.AssistedBy == staff.Id).OrderBy(c => c.Id).ToListAsync());
        var complaint = await browser.GetAsync($"/complaints/{both[^1].Reference}");

        // Assert
        Assert.All([shown, complaint], AssertHtml.IsSound);
        Assert.Equal(303, saved.Status);
        Assert.Equal(2, both.Count(c => c.PersonId == person));
        Assert.Contains("Mimin Karmini Dewi · 2 laporan", complaint.Text("#person"), StringComparison.Ordinal);
        Assert.Contains("Mimin K. D.", shown.Text("#persons"), StringComparison.Ordinal);
        Assert.DoesNotContain("Karmini Dewi", shown.Text("#persons"), StringComparison.Ordinal);
        Assert.DoesNotContain("320406", shown.Text("#persons"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_who_look_alike_are_merged_with_a_reason_and_parted_again()
    {
        // Arrange
        var browser = await site.SignedInAsync(Role.Frontoffice);
        var (first, second) = (await site.LodgeAsync(name: "Oyoh Rokayah Sari"), await site.LodgeAsync(name: "Oyoh Rokayah Sari"));
        foreach (var complaint in new[] { first, second })
        {
            var choose = await browser.GetAsync($"/complaints/{complaint.Reference}/person");
            AssertHtml.IsSound(choose);
            Assert.Equal(303, (await browser.SubmitAsync(choose, "main form", fields: [("Person", "new"), ("BornOn", "1979-03-02")])).Status);
        }

        var person = (await site.ReadAsync(db => db.Complaints.SingleAsync(c => c.Id == first.Id))).PersonId;
        var other = (await site.ReadAsync(db => db.Complaints.SingleAsync(c => c.Id == second.Id))).PersonId;
        var page = await browser.GetAsync($"/persons/{person}");

        // Act
        var unreasoned = await browser.SubmitAsync(page, $"#likely-{other:N} form", fields: []);
        var merged = await browser.SubmitAsync(page, $"#likely-{other:N} form", fields: [("Reason", "registered_twice"), ("KeepOther", "false")]);
        var together = await browser.GetAsync($"/persons/{person}");
        var led = await browser.GetAsync($"/persons/{other}");
        var stale = await browser.SubmitAsync(page, $"#likely-{other:N} form", fields: [("Reason", "registered_twice")]);
        var parted = await browser.SubmitAsync(together, "#merges form", fields: [("Reason", "two_people")]);
        var again = await browser.GetAsync($"/persons/{other}");

        // Assert
        Assert.All([page, unreasoned, together, again], AssertHtml.IsSound);
        Assert.Contains("nama mirip, desa sama", page.Text($"#likely-{other:N}"), StringComparison.Ordinal);
        Assert.Contains("tanggal lahir sama", page.Text($"#likely-{other:N}"), StringComparison.Ordinal);
        Assert.Equal((422, 303, 302, 409, 303, 200), (unreasoned.Status, merged.Status, led.Status, stale.Status, parted.Status, again.Status));
        Assert.Equal(2, together.Texts("#complaints li").Count);
        Assert.Single(again.Texts("#complaints li"));
        Assert.DoesNotContain("Oyoh", (await browser.GetAsync($"/persons/{person}")).Document.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whom_a_complaint_about_the_office_concerns_its_office_never_learns()
    {
        // Arrange
        var manager = await site.SignedInAsync(Role.Manager, readsSensitive: true);
        var complaint = await site.LodgeAboutManagerAsync(await site.ConversationAsync());

        // Act, Assert
        Assert.Equal(404, (await manager.GetAsync($"/complaints/{complaint.Reference}/person")).Status);
    }

    private static string Token(Answer page) => page.One("#intake input[name=csrf]").GetAttribute("value")!;

    private static string Draft(Answer page) => page.One("#intake input[name=DraftId]").GetAttribute("value")!;

    private static Task<Answer> SaveAsync(Browser browser, Answer form, params (string Name, string Value)[] more)
    {
        (string Name, string Value)[] usual =
            [("Form.Story", "Beras tidak datang tiga bulan"), ("Form.Category", "P1"), ("Form.Consent", "self"), ("Form.Place", Village)];
        return browser.SubmitAsync(form, "#intake", fields: [.. usual.Where(u => !more.Any(m => m.Name == u.Name)), .. more]);
    }
}
