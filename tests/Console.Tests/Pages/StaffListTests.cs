using Microsoft.EntityFrameworkCore;
using SlrtBot.Console.Tests.Site;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Staff;

namespace SlrtBot.Console.Tests.Pages;

/// <summary>Many accounts from a list, who is away where work is given, and desks without anybody.</summary>
[Collection(ConsoleTests.Name)]
public sealed class StaffListTests(ConsoleSite site)
{
    private const string Village = "32.04.37.2001";

    [Fact]
    public async Task A_list_is_looked_at_first_and_nothing_is_made_before_it_is_right_and_confirmed()
    {
        // Arrange
        var browser = await site.SignedInAsync(Role.Administrator);
        var (one, two) = ($"a{SequentialId.Next(site.Clock.UtcNow):N}", $"b{SequentialId.Next(site.Clock.UtcNow):N}");
        var form = await browser.GetAsync("/staff/import");
        var count = await site.ReadAsync(db => db.StaffMembers.CountAsync());

        // Act
        var wrong = await browser.SubmitAsync(form, "form[enctype]", fields: [("Pasted", $"user,name,role,area,note\n{one},=Budi,facilitatr,{Village},x\n{two},Wati,facilitator,32.05,y")]);
        var mended = await browser.SubmitAsync(wrong, "form[action*='Errors']");
        var good = await browser.SubmitAsync(form, "form[enctype]", fields: [("Pasted", $"user;name;role;area\n{one};Budi;facilitator;{Village}\n{two};Wati;coordinator+facilitator;{Village}")]);
        var before = await site.ReadAsync(db => db.StaffMembers.CountAsync());
        var made = await browser.SubmitAsync(good, "form[action*='Confirm']", fields: [("Reason", "SK nomor 4")]);
        var twice = await browser.SubmitAsync(good, "form[action*='Confirm']", fields: [("Reason", "SK nomor 4")]);

        // Assert
        Assert.All([form, wrong, good, made, twice], AssertHtml.IsSound);
        Assert.Contains("facilitatr", wrong.Texts("#preview [data-row]")[0], StringComparison.Ordinal);
        Assert.Contains("di luar wilayah", wrong.Texts("#preview [data-row]")[1], StringComparison.Ordinal);
        Assert.Null(wrong.Document.QuerySelector("form[action*='Confirm']"));
        var lines = mended.Body.TrimStart('\uFEFF').Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("user,name,role,area,note,problem", lines[0]);
        Assert.StartsWith($"{one},'=Budi,facilitatr,{Village},x,", lines[1], StringComparison.Ordinal);
        Assert.Equal(count, before);
        Assert.Equal(2, made.Document.QuerySelectorAll("[data-link]").Length);
        Assert.Equal(422, twice.Status);
        Assert.Equal(2, await site.ReadAsync(db => db.StaffMembers.CountAsync(s => s.UserName == one || s.UserName == two)));
    }

    [Fact]
    public async Task Who_is_on_leave_is_named_where_work_is_given()
    {
        // Arrange
        var (browser, manager) = (await site.SignedInAsync(Role.Administrator), await site.SignedInAsync(Role.Manager));
        var siti = await site.StaffAsync(Role.Frontoffice);
        var today = $"{site.Clock.UtcNow.AddHours(7):yyyy-MM-dd}";
        var form = await browser.GetAsync($"/staff/{siti.Id}/absence");
        var saved = await browser.SubmitAsync(form, "main form", fields: [("From", today), ("To", today)]);
        var complaint = await site.LodgeAsync();
        var token = (await manager.GetAsync("/queue")).One("input[name=csrf]").GetAttribute("value")!;

        // Act
        var choose = await manager.PostAsync("/queue/bulk", false, ("csrf", token), ("Do", "choose"), ("Chosen", $"{complaint.Id:N}_{complaint.Version}"));
        var away = await browser.GetAsync("/staff?state=away");

        // Assert
        Assert.All([form, choose, away], AssertHtml.IsSound);
        Assert.Equal(303, saved.Status);
        Assert.Contains(siti.Name, choose.Text("#away"), StringComparison.Ordinal);
        Assert.Contains("cuti s.d.", choose.Text($"option[value='{siti.Id}']"), StringComparison.Ordinal);
        Assert.Contains("Cuti s.d.", away.Text($"#account-{siti.Id:N}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Desks_without_anybody_stand_on_the_list_the_first_page_and_the_check()
    {
        // Arrange: whoever other tests have put at these desks goes home.
        var browser = await site.SignedInAsync(Role.Administrator);
        await site.ChangeAsync(db => db.StaffMembers.Where(s => s.Roles.Any(r => r.Role == Role.Supervisor)).ForEachAsync(s => s.IsActive = false));

        // Act
        var list = await browser.GetAsync("/staff");
        var home = await browser.GetAsync("/");
        var check = await browser.GetAsync("/system");

        // Assert
        Assert.All([list, home, check], AssertHtml.IsSound);
        Assert.Contains("Meja tanpa petugas", list.Text("#desks"), StringComparison.Ordinal);
        Assert.Contains("Supervisor kecamatan", list.Text("#desks"), StringComparison.Ordinal);
        Assert.Equal("/staff#desks", home.One("#tile-desks").GetAttribute("href"));
        Assert.Contains("meja tanpa petugas", check.Text("#missing-desks"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("id")]
    [InlineData("en")]
    public async Task Every_page_of_an_account_is_sound_in_both_languages(string language)
    {
        // Arrange
        var browser = await site.SignedInAsync(Role.Administrator);
        var siti = await site.StaffAsync(Role.Supervisor, "32.04.37", readsSensitive: true);
        if (language != "id")
        {
            _ = await browser.SubmitAsync(await browser.GetAsync("/"), ".foot form");
        }

        foreach (var path in new[] { "", "/roles", "/absence", "/deputy", "/leave", "/return" }.Select(p => $"/staff/{siti.Id}{p}").Concat(["/staff", "/staff/add", "/staff/areas", "/staff/import", "/"]))
        {
            // Act
            var page = await browser.GetAsync(path);

            // Assert
            Assert.Equal(200, page.Status);
            Assert.Equal(language, page.One("html").GetAttribute("lang"));
            AssertHtml.IsSound(page);
        }
    }
}
