using Microsoft.EntityFrameworkCore;
using SlrtBot.Console.Tests.Site;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Staff;
using SlrtBot.TestKit;

namespace SlrtBot.Console.Tests.Security;

/// <summary>What a member of staff may not have is written down once, by ids (ASVS 8.2.2).</summary>
[Collection(ConsoleTests.Name)]
public sealed class DenialTests(ConsoleSite site)
{
    [Fact]
    public async Task A_page_without_the_permission_leaves_one_line()
    {
        // Arrange
        var staff = await site.StaffAsync(Role.Province, "32");
        var browser = await site.SignedInAsync(staff);

        // Act
        var answer = await browser.GetAsync("/system");

        // Assert
        Assert.Equal(403, answer.Status);
        var line = Assert.Single(await DeniedAsync(staff));
        Assert.Equal(Guid.Empty, line.SubjectId);
        Assert.Equal("""{"route":"/system","status":403}""", line.Data);
    }

    [Fact]
    public async Task A_record_elsewhere_leaves_its_id_and_never_its_reference()
    {
        // Arrange
        var staff = await site.StaffAsync(Role.Facilitator, TestData.OtherVillage);
        var browser = await site.SignedInAsync(staff);
        var elsewhere = await site.LodgeAsync(village: TestData.Village);

        // Act
        var there = await browser.GetAsync($"/complaints/{elsewhere.Reference}");
        var nowhere = await browser.GetAsync($"/complaints/{ReferenceCode.New()}");

        // Assert
        Assert.Equal((404, 404), (there.Status, nowhere.Status));
        var lines = await DeniedAsync(staff);
        Assert.Equal([elsewhere.Id, Guid.Empty], lines.Select(l => l.SubjectId));
        Assert.All(lines, l => Assert.DoesNotContain("SLRT-", l.Data!, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_form_that_the_act_refuses_leaves_a_line_too()
    {
        // Arrange
        var staff = await site.StaffAsync(Role.Frontoffice);
        var browser = await site.SignedInAsync(staff);
        var complaint = await site.LodgeAsync();
        var page = await browser.GetAsync($"/complaints/{complaint.Reference}");
        var token = page.One("input[name=csrf]").GetAttribute("value")!;

        // Act
        var answer = await browser.PostAsync(
            $"/complaints/{complaint.Reference}/move", true, ("csrf", token), ("Verb", "serve_directly"), ("Version", "0"), ("Message", "Sudah"));

        // Assert
        Assert.Equal(403, answer.Status);
        Assert.Equal(complaint.Id, Assert.Single(await DeniedAsync(staff)).SubjectId);
    }

    [Fact]
    public async Task An_address_that_is_no_page_and_a_page_that_is_open_leave_none()
    {
        // Arrange
        var staff = await site.StaffAsync(Role.Analyst);
        var browser = await site.SignedInAsync(staff);

        // Act
        _ = await browser.GetAsync("/nothing-here");
        _ = await browser.GetAsync("/queue");

        // Assert
        Assert.Empty(await DeniedAsync(staff));
    }

    private Task<List<AuditAct>> DeniedAsync(StaffMember staff) => site.ReadAsync(db =>
        db.AuditActs.Where(a => a.ActorId == staff.Id && a.Verb == "access.denied").OrderBy(a => a.Id).ToListAsync());
}
