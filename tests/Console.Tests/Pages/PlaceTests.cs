using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using SlrtBot.Console.Tests.Site;
using SlrtBot.Core.Staff;
using SlrtBot.TestKit;

namespace SlrtBot.Console.Tests.Pages;

/// <summary>A complaint whose resident did not know the village.</summary>
[Collection(ConsoleTests.Name)]
public sealed class PlaceTests(ConsoleSite site)
{
    private const string District = "32.04.44";
    private const string Elsewhere = "32.04.37.2001";
    private const string Form = "main form[action*='/place'], main form[hx-post*='/place']";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Staff_see_that_the_village_is_not_known_and_set_it(bool fragment)
    {
        // Arrange
        var desk = await site.SignedInAsync(Role.Frontoffice);
        var village = await site.SignedInAsync(Role.Coordinator, TestData.Village);
        var complaint = await site.LodgeAsync(village: District);
        var address = $"/complaints/{complaint.Reference}";
        var shown = await desk.GetAsync(address);
        var hidden = await village.GetAsync(address);

        // Act
        var page = await desk.GetAsync(shown.One("a[href$='/place']").GetAttribute("href")!);
        var saved = await desk.SubmitAsync(page, Form, fragment, ("Area", TestData.Village), ("Note", "Ditelepon: rumahnya di RT 3."));
        var after = await desk.GetAsync(address);

        // Assert
        Assert.Equal("Desa belum diketahui", shown.Text("#placeless"));
        Assert.Equal((404, 200), (hidden.Status, (await village.GetAsync(address)).Status));
        AssertHtml.IsSound(page);
        Assert.Contains("Desa tersimpan", after.Body, StringComparison.Ordinal);
        Assert.Equal((303, 0), (saved.Status, after.Texts("#placeless").Count));
        Assert.Contains(after.Texts("#timeline li"), l => l.Contains("Desa ditentukan petugas", StringComparison.Ordinal) && l.Contains("rumahnya di RT 3", StringComparison.Ordinal));
        Assert.Contains("complaint.placed", await site.ReadAsync(db => db.AuditActs.Where(a => a.SubjectId == complaint.Id).Select(a => a.Verb).ToListAsync()));
    }

    [Fact]
    public async Task Only_villages_inside_are_offered_and_others_are_refused_with_what_was_typed()
    {
        // Arrange
        var browser = await site.SignedInAsync(Role.Frontoffice);
        var complaint = await site.LodgeAsync(village: District);
        var page = await browser.GetAsync($"/complaints/{complaint.Reference}/place");

        // Act
        var refused = await browser.SubmitAsync(page, Form, fields: [("Area", Elsewhere), ("Note", "Kata tetangganya.")]);
        var (none, offered) = (await browser.SubmitAsync(page, Form, fields: [("Area", "")]), page.One<IHtmlSelectElement>("#Area").Options);

        // Assert
        Assert.Equal((422, 422), (refused.Status, none.Status));
        Assert.Contains("Pilih desa dari daftar.", refused.Text("#Area_error"), StringComparison.Ordinal);
        Assert.Equal("Kata tetangganya.", refused.Text("#Note"));
        Assert.All(offered.Skip(1), o => Assert.StartsWith($"{District}.", o.Value, StringComparison.Ordinal));
        Assert.Equal(District, await PlaceOfAsync(complaint.Id));
    }

    [Fact]
    public async Task Who_covers_both_puts_a_wrong_village_right_and_who_covers_one_sees_no_way_to()
    {
        // Arrange
        var desk = await site.SignedInAsync(Role.Analyst);
        var village = await site.SignedInAsync(Role.Coordinator, TestData.Village);
        var backoffice = await site.SignedInAsync(Role.Backoffice);
        var complaint = await site.LodgeAsync();
        var address = $"/complaints/{complaint.Reference}";
        var seen = await village.GetAsync(address);

        // Act
        var page = await desk.GetAsync($"{address}/place");
        var saved = await desk.SubmitAsync(page, Form, fields: [("Area", Elsewhere)]);

        // Assert
        Assert.Equal("Perbaiki desa", page.Text("h1"));
        Assert.Empty(seen.Texts("a[href$='/place']"));
        Assert.Equal((403, 404, 303), ((await backoffice.GetAsync($"{address}/place")).Status, (await village.GetAsync($"{address}/place")).Status, saved.Status));
        Assert.Equal(Elsewhere, await PlaceOfAsync(complaint.Id));
        Assert.Equal(404, (await village.GetAsync(address)).Status);
    }

    private Task<string> PlaceOfAsync(Guid complaint) => site.ReadAsync(db => db.Complaints.Where(c => c.Id == complaint).Select(c => c.VillageCode).SingleAsync());
}
