using Microsoft.EntityFrameworkCore;
using SlrtBot.Console.Tests.Site;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Complaints.Representatives;
using SlrtBot.Core.Staff;
using SlrtBot.TestKit;

namespace SlrtBot.Console.Tests.Pages;

/// <summary>The slip that joins another chat: made, shown once, taken back.</summary>
[Collection(ConsoleTests.Name)]
public sealed class SlipTests(ConsoleSite site)
{
    [Fact]
    public async Task A_slip_shows_its_code_once_and_keeps_only_a_hash()
    {
        // Arrange
        var browser = await site.SignedInAsync(Role.Frontoffice);
        var complaint = await site.LodgeAsync();
        var form = await browser.GetAsync(Path(complaint));

        // Act
        var made = await browser.SubmitAsync(form, "main form", fields: [("Relation", "family"), ("Name", "Entin"), ("Way", "desk")]);
        var again = await browser.GetAsync(Path(complaint));
        var sheet = await browser.GetAsync($"/complaints/{complaint.Reference}");

        // Assert
        var code = made.Text("#slip-code");
        Assert.Equal(200, made.Status);
        Assert.NotNull(SlipCode.Read(code));
        Assert.Contains(complaint.Reference, made.Text("#slip"), StringComparison.Ordinal);
        Assert.DoesNotContain(code, again.Body + sheet.Body, StringComparison.Ordinal);
        Assert.Contains("no-store", made.Header("Cache-Control"), StringComparison.Ordinal);
        Assert.Contains("Entin", sheet.Text("#representatives"), StringComparison.Ordinal);
        Assert.Contains("Tanda terima belum dipakai", sheet.Text("#representatives"), StringComparison.Ordinal);
        Assert.All([form, made, sheet], AssertHtml.IsSound);
        Assert.NotNull((await RowAsync(complaint)).SlipHash);
    }

    [Fact]
    public async Task An_unused_slip_is_made_void_and_another_complaints_is_not_found()
    {
        // Arrange
        var browser = await site.SignedInAsync(Role.Manager);
        var complaint = await site.LodgeAsync();
        var other = await site.LodgeAsync();
        _ = await browser.SubmitAsync(await browser.GetAsync(Path(complaint)), "main form", fields: [("Relation", "self")]);
        var sheet = await browser.GetAsync($"/complaints/{complaint.Reference}");
        var token = sheet.One("input[name=csrf]").GetAttribute("value")!;
        var row = await RowAsync(complaint);

        // Act
        var crossed = await browser.PostAsync($"/complaints/{other.Reference}/part", false, ("csrf", token), ("Representative", row.Id.ToString()));
        var forged = await browser.PostAsync($"/complaints/{complaint.Reference}/part", false, ("Representative", row.Id.ToString()));
        var parted = await browser.SubmitAsync(sheet, "form[action$='/part']");

        // Assert
        Assert.Equal((404, 400, 303), (crossed.Status, forged.Status, parted.Status));
        Assert.NotNull((await RowAsync(complaint)).EndedAt);
        Assert.Null((await RowAsync(complaint)).SlipHash);
        Assert.Null((await browser.GetAsync($"/complaints/{complaint.Reference}")).Document.QuerySelector("#representatives"));
        Assert.Equal(
            ["slip.made", "representative.parted"],
            await site.ReadAsync(db => db.AuditActs.Where(a => a.SubjectId == complaint.Id && (a.Verb == "slip.made" || a.Verb == "representative.parted"))
                .OrderBy(a => a.Id).Select(a => a.Verb).ToListAsync()));
    }

    [Fact]
    public async Task A_slip_needs_to_be_for_somebody_and_is_made_inside_the_own_areas_only()
    {
        // Arrange
        var complaint = await site.LodgeAsync();
        var browser = await site.SignedInAsync(Role.Coordinator, TestData.Village);
        var elsewhere = await site.SignedInAsync(Role.Coordinator, TestData.OtherVillage);
        var province = await site.SignedInAsync(Role.Province, "32");

        // Act
        var nobody = await browser.SubmitAsync(await browser.GetAsync(Path(complaint)), "main form", fields: [("Relation", "")]);

        // Assert
        Assert.Equal(422, nobody.Status);
        Assert.NotEmpty(nobody.Text("#Relation_error"));
        Assert.Equal(404, (await elsewhere.GetAsync(Path(complaint))).Status);
        Assert.Equal(403, (await province.GetAsync(Path(complaint))).Status);
        Assert.Equal(0, await site.ReadAsync(db => db.Representatives.CountAsync(r => r.ComplaintId == complaint.Id)));
    }

    private static string Path(Complaint complaint) => $"/complaints/{complaint.Reference}/slip";

    private Task<Representative> RowAsync(Complaint complaint) =>
        site.ReadAsync(db => db.Representatives.AsNoTracking().SingleAsync(r => r.ComplaintId == complaint.Id));
}
