using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Console.Tests.Site;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Staff;

namespace SlrtBot.Console.Tests.Pages;

/// <summary>Villages as the administrator sees and decides them. The site is shared: each test makes villages of its own.</summary>
[Collection(ConsoleTests.Name)]
public sealed class VillagePagesTests(ConsoleSite site)
{
    private const string District = "32.04.13";

    [Fact]
    public async Task A_village_is_merged_after_a_look_at_what_would_happen_and_brought_back()
    {
        // Arrange
        var (old, successor) = (await VillageAsync("7001", "Lembur Kidul"), await VillageAsync("7002", "Lembur Kaler"));
        var browser = await site.SignedInAsync(Role.Administrator);
        var facilitator = await site.StaffAsync(Role.Facilitator, old);
        var complaint = await site.LodgeAsync(village: old);
        var page = await browser.GetAsync($"/areas/{old}");
        var today = $"{site.Clock.UtcNow:yyyy-MM-dd}";

        // Act
        var role = page.One("#end input[type=checkbox]").GetAttribute("value")!;
        var preview = await browser.SubmitAsync(page, "#end form", fields: [("End.Successor", successor), ("End.Day", today), ("End.Roles", role), ("End.Reason", "Perda 3")]);
        var untouched = await site.ReadAsync(db => db.Areas.SingleAsync(a => a.Code == old));
        var done = await browser.SubmitAsync(preview, "#end form", fields: [("End.Successor", successor), ("End.Day", today), ("End.Roles", role), ("End.Reason", "Perda 3"), ("End.Sure", "true")]);
        var after = await browser.GetAsync($"/areas/{old}");
        var taking = await browser.GetAsync($"/areas/{successor}");
        var worker = await site.SignedInAsync(await site.StaffAsync(Role.Facilitator, successor));
        var seen = await worker.GetAsync($"/complaints/{complaint.Reference}");
        var back = await browser.SubmitAsync(after, "#log form", fields: [("Back.Reason", "Keliru")]);
        var again = await browser.GetAsync($"/areas/{old}");
        var hidden = await worker.GetAsync($"/complaints/{complaint.Reference}");

        // Assert
        Assert.All([page, preview, after, taking, again], AssertHtml.IsSound);
        Assert.Equal("1", page.Texts("#use dd")[0]);
        Assert.Contains(facilitator.Name, page.Text("#use"), StringComparison.Ordinal);
        Assert.Equal((200, 303, 303), (preview.Status, done.Status, back.Status));
        Assert.False(untouched.HasEnded);
        Assert.Contains($"{facilitator.Name} (", preview.Text("#preview"), StringComparison.Ordinal);
        Assert.Contains("1 laporan", preview.Text("#preview"), StringComparison.Ordinal);
        Assert.Contains("Tidak berlaku sejak", after.Text("#ended"), StringComparison.Ordinal);
        Assert.Null(after.Document.QuerySelector("#end"));
        Assert.Contains("Lembur Kidul", taking.Text("#taken"), StringComparison.Ordinal);
        Assert.Equal((200, 404), (seen.Status, hidden.Status));
        Assert.Null(again.Document.QuerySelector("#ended"));
        Assert.Contains("dibatalkan", again.Text("#log"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_old_name_is_found_and_shown_as_formerly()
    {
        // Arrange
        var code = await VillageAsync("7003", "Pasir Lama");
        var browser = await site.SignedInAsync(Role.Administrator);
        var page = await browser.GetAsync($"/areas/{code}");

        // Act
        var renamed = await browser.SubmitAsync(page, "#rename form", fields: [("Rename.Name", "Pasir Anyar"), ("Rename.Day", $"{site.Clock.UtcNow:yyyy-MM-dd}"), ("Rename.Reason", "SK")]);
        var after = await browser.GetAsync($"/areas/{code}");
        var found = await browser.GetAsync("/areas?text=pasir+lama");
        var desk = await (await site.SignedInAsync(Role.Frontoffice)).GetAsync("/intake");

        // Assert
        Assert.Equal(303, renamed.Status);
        Assert.All([after, found], AssertHtml.IsSound);
        Assert.Contains("Dahulu: Pasir Lama", after.Text("#formerly"), StringComparison.Ordinal);
        Assert.Contains("Desa Pasir Anyar", found.Text("main table"), StringComparison.Ordinal);
        Assert.Contains("Pasir Anyar", desk.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("Pasir Lama", desk.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("32.04.99.2001")]
    [InlineData("32.04.13")]
    [InlineData("zzz")]
    public async Task What_is_no_village_is_not_there(string code) =>
        Assert.Equal(404, (await (await site.SignedInAsync(Role.Administrator)).GetAsync($"/areas/{code}")).Status);

    [Fact]
    public async Task A_village_elsewhere_is_not_there()
    {
        // Arrange
        var code = await VillageAsync("7004", "Jauh");
        var browser = await site.SignedInAsync(Role.Administrator, "32.04.05");

        // Act, Assert
        Assert.Equal(404, (await browser.GetAsync($"/areas/{code}")).Status);
        Assert.DoesNotContain("Jauh", (await browser.GetAsync("/areas?text=jauh")).Text("main section"), StringComparison.Ordinal);
        Assert.DoesNotContain(District, (await browser.GetAsync("/areas")).Body, StringComparison.Ordinal);
    }

    private async Task<string> VillageAsync(string number, string name)
    {
        var code = $"{District}.{number}";
        await site.AddAsync(Area.From(code, name));
        await site.Services.GetRequiredService<PrepareAreas>().LoadAsync(default);
        return code;
    }
}
