using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Console.Tests.Site;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Files;
using SlrtBot.Core.Staff;
using SlrtBot.Core.Visits;
using SlrtBot.TestKit;

namespace SlrtBot.Console.Tests.Pages;

/// <summary>A visit through its pages, over HTTP.</summary>
[Collection(ConsoleTests.Name)]
public sealed class VisitPageTests(ConsoleSite site)
{
    private const string Story = "Atapnya roboh kena angin.";

    [Fact]
    public async Task Without_a_report_the_page_says_what_is_missing_and_how_to_get_round_it()
    {
        // Arrange
        var complaint = await site.LodgeAsync("N3", story: Story);
        var browser = await site.SignedInAsync(Role.Facilitator, TestData.Village);
        await PlanAsync(browser, complaint);
        var page = await browser.GetAsync($"/complaints/{complaint.Reference}");

        // Act
        var refused = await browser.PostAsync(
            $"/complaints/{complaint.Reference}/move", false, ("csrf", Token(page)), ("Verb", "report_visit"), ("Version", $"{await VersionAsync(complaint)}"), ("Seen", "field_verification"), ("Note", "Sudah."));

        // Assert
        Assert.Contains("hanya lewat laporan kunjungan", page.Text("#lacks-report"), StringComparison.Ordinal);
        Assert.Null(page.Document.QuerySelector("input[name=Verb][value=report_visit]"));
        Assert.NotNull(page.Document.QuerySelector("input[name=Verb][value=serve_directly]"));
        Assert.Equal(422, refused.Status);
        Assert.Contains("Langkah ini memerlukan laporan kunjungan", refused.Text("[data-errors]"), StringComparison.Ordinal);
        AssertHtml.IsSound(refused);
    }

    [Fact]
    public async Task A_photo_is_kept_without_what_it_says_of_its_place_and_shown_with_what_was_said()
    {
        // Arrange
        var complaint = await site.LodgeAsync("N3", story: Story);
        var browser = await site.SignedInAsync(Role.Facilitator, TestData.Village);
        var address = await PlanAsync(browser, complaint);

        // Act
        var page = await browser.GetAsync(address);
        var added = await browser.PostFileAsync(
            $"{address}/photo", [("csrf", Token(page)), ("Pin", ""), ("Latitude", "-7.0512"), ("Longitude", "107.5987"), ("Accuracy", "12.4")], ("Photo", SamplePictures.PhoneJpeg()));
        var shown = await browser.GetAsync(address);

        // Assert
        Assert.Equal(303, added.Status);
        Assert.Contains("-7.0512,107.5987 ±13 m", shown.Text("#photos"), StringComparison.Ordinal);
        Assert.Contains("Jarak tidak diketahui", shown.Text("#photos"), StringComparison.Ordinal);
        Assert.Contains("geolocation=(self)", shown.Header("Permissions-Policy"), StringComparison.Ordinal);
        var file = await site.ReadAsync(db => db.StoredFiles.SingleAsync(f => f.ComplaintId == complaint.Id));
        var bytes = await site.Services.GetRequiredService<FileStore>().ReadAsync(file.Id, default);
        Assert.DoesNotContain(SamplePictures.Secret, System.Text.Encoding.Latin1.GetString(bytes!), StringComparison.Ordinal);
        var complaintPage = await browser.GetAsync($"/complaints/{complaint.Reference}");
        Assert.DoesNotContain($"/files/{file.Id}", complaintPage.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("geolocation=(self)", complaintPage.Header("Permissions-Policy"), StringComparison.Ordinal);
        var stranger = await site.SignedInAsync(Role.Facilitator, TestData.OtherVillage);
        Assert.Equal(404, (await stranger.GetAsync($"/files/{file.Id}")).Status);
        Assert.Equal(404, (await stranger.GetAsync(address)).Status);
    }

    [Fact]
    public async Task Of_two_who_decide_the_second_reads_who_was_first_and_keeps_what_they_typed()
    {
        // Arrange
        var complaint = await site.LodgeAsync("N3", story: Story);
        var address = await ReportAsync(await site.SignedInAsync(Role.Facilitator, TestData.Village), complaint);
        var (sri, maman) = (await site.SignedInAsync(Role.Supervisor, "32.04.44"), await site.SignedInAsync(Role.Manager));
        var (first, second) = (await sri.GetAsync(address), await maman.GetAsync(address));

        // Act
        var approved = await sri.SubmitAsync(first, "form:has([value=approve])");
        var late = await maman.SubmitAsync(second, "form:has([value=return])", fields: [("Reasons", "incomplete"), ("Words", "Berapa kamar yang bocor?")]);

        // Assert
        Assert.Equal((303, 409), (approved.Status, late.Status));
        Assert.Contains("sudah memutuskan laporan ini", late.Text("[data-errors]"), StringComparison.Ordinal);
        Assert.Contains("Disetujui", late.Text("#conflict"), StringComparison.Ordinal);
        Assert.Equal("Berapa kamar yang bocor?", late.Text("#unsent"));
        AssertHtml.IsSound(late);
        Assert.Equal(ComplaintStatus.InReview, (await site.ReadAsync(db => db.Complaints.SingleAsync(c => c.Id == complaint.Id))).Status);
    }

    [Fact]
    public async Task Nobody_is_offered_to_approve_their_own_report_and_its_reasons_stay_in_sight()
    {
        // Arrange: one person with both roles.
        var complaint = await site.LodgeAsync("N3", story: Story);
        var both = await site.StaffAsync(Role.Facilitator, TestData.Village);
        await site.AddAsync(new StaffRole { Id = Core.Kernel.SequentialId.Next(site.Clock.UtcNow), StaffId = both.Id, Role = Role.Supervisor, AreaCode = "32.04.44" });
        var dewi = await site.SignedInAsync(both);
        var address = await ReportAsync(dewi, complaint);
        var maman = await site.SignedInAsync(Role.Manager);

        // Act
        var own = await dewi.GetAsync(address);
        var forced = await dewi.PostAsync(
            $"{address}/decide", false, ("csrf", Token(own)), ("Verb", "approve"), ("Version", $"{(await site.ReadAsync(db => db.Visits.SingleAsync(v => v.ComplaintId == complaint.Id))).Version}"));
        var returned = await maman.SubmitAsync(await maman.GetAsync(address), "form:has([value=return])", fields: [("Reasons", "incomplete"), ("Words", "Berapa kamar?")]);
        var back = await dewi.GetAsync(address);
        var complaintPage = await dewi.GetAsync($"/complaints/{complaint.Reference}");
        var week = await dewi.GetAsync("/visits");

        // Assert
        Assert.Null(own.Document.QuerySelector("#decide"));
        Assert.Contains("Orang lain yang memeriksa", own.Text("#own"), StringComparison.Ordinal);
        Assert.Equal((409, 303), (forced.Status, returned.Status));
        Assert.Contains("Berapa kamar?", back.Text(".note.bad"), StringComparison.Ordinal);
        Assert.Contains("Berapa kamar?", complaintPage.Text("#visits"), StringComparison.Ordinal);
        Assert.Contains("Isian kurang lengkap", week.Text("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_task_of_the_field_leads_to_its_visit_or_to_the_complaint_and_nobody_else_to_either()
    {
        // Arrange
        var (planned, bare) = (await site.LodgeAsync("N3", story: Story), await site.LodgeAsync("N3", story: Story));
        var browser = await site.SignedInAsync(Role.Facilitator, TestData.Village);
        var address = await PlanAsync(browser, planned);
        var stranger = await site.SignedInAsync(Role.Facilitator, TestData.OtherVillage);

        // Act, Assert
        Assert.Equal(address, (await browser.GetAsync($"/visits/of/{planned.Reference}")).Location);
        Assert.Equal(address, (await browser.GetAsync($"/complaints/{planned.Reference}/visit")).Location);
        Assert.Equal($"/complaints/{bare.Reference}", (await browser.GetAsync($"/visits/of/{bare.Reference}")).Location);
        Assert.Equal($"/complaints/{planned.Reference}", (await stranger.GetAsync($"/visits/of/{planned.Reference}")).Location);
        Assert.DoesNotContain(planned.Reference, (await stranger.GetAsync("/visits?whose=all")).Body, StringComparison.Ordinal);
    }

    private static string Token(Answer page) => page.One("input[name=csrf]").GetAttribute("value")!;

    private Task<int> VersionAsync(Complaint complaint) => site.ReadAsync(db => db.Complaints.Where(c => c.Id == complaint.Id).Select(c => c.Version).SingleAsync());

    /// <returns>The visit's address.</returns>
    private async Task<string> PlanAsync(Browser browser, Complaint complaint)
    {
        var form = await browser.GetAsync($"/complaints/{complaint.Reference}/visit");
        var planned = await browser.SubmitAsync(form, "main form", fields: [("On", $"{site.Clock.UtcNow:yyyy-MM-dd}"), ("Part", "morning")]);
        Assert.True(planned.Status == 303, planned.Body);
        return planned.Location!;
    }

    private async Task<string> ReportAsync(Browser browser, Complaint complaint)
    {
        var address = await PlanAsync(browser, complaint);
        var values = TestVisits.Whole(site.Today);
        foreach (var section in VisitFields.Sections)
        {
            var page = await browser.GetAsync(address);
            var fields = VisitFields.Of(section).Where(f => values.ContainsKey(f.Code)).Select(f => (f.Code, values[f.Code]!)).ToArray();
            Assert.Equal(303, (await browser.PostAsync($"{address}/section", false, [("csrf", Token(page)), ("Section", section), ("Seen", ""), .. fields])).Status);
        }

        var sent = await browser.SubmitAsync(await browser.GetAsync(address), "#send form");
        Assert.True(sent.Status == 303, sent.Body);
        return address;
    }
}
