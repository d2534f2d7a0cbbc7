using Microsoft.EntityFrameworkCore;
using SlrtBot.Console.Tests.Site;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Complaints.Lodging;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Staff;
using SlrtBot.TestKit;

namespace SlrtBot.Console.Tests.Pages;

/// <summary>Who speaks for whom, as staff see and record it.</summary>
[Collection(ConsoleTests.Name)]
public sealed class RepresentativeTests(ConsoleSite site)
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_missing_consent_is_seen_recorded_and_taken_back(bool fragment)
    {
        // Arrange
        var browser = await site.SignedInAsync(Role.Coordinator, TestData.Village);
        var complaint = await LodgeAsync(Subject.Neighbour);
        var page = await browser.GetAsync($"/complaints/{complaint.Reference}");

        // Act
        var recorded = await browser.SubmitAsync(page, Form, fragment, ("Way", "phone"));
        var after = await browser.GetAsync($"/complaints/{complaint.Reference}");
        var taken = await browser.SubmitAsync(after, Form, fragment);
        var again = await browser.GetAsync($"/complaints/{complaint.Reference}");

        // Assert
        Assert.Contains("hanya menerima kata status", page.Text("#representatives"), StringComparison.Ordinal);
        Assert.Contains("tetangga", page.Text("#representatives"), StringComparison.Ordinal);
        Assert.Equal((303, 303), (recorded.Status, taken.Status));
        Assert.Contains("Disetujui", after.Text("#representatives"), StringComparison.Ordinal);
        Assert.Contains("lewat telepon, Petugas coordinator", after.Text("#representatives"), StringComparison.Ordinal);
        Assert.Contains("Persetujuan dicabut", again.Text("#representatives"), StringComparison.Ordinal);
        Assert.All([page, after, again], AssertHtml.IsSound);
        Assert.Equal(
            ["complaint.lodged", "complaint.viewed", "consent.recorded", "consent.withdrawn"],
            await site.ReadAsync(db => db.AuditActs.Where(a => a.SubjectId == complaint.Id).OrderBy(a => a.Id).Select(a => a.Verb).ToListAsync()));
    }

    [Fact]
    public async Task A_consent_without_a_way_is_refused_and_the_page_stays()
    {
        // Arrange
        var browser = await site.SignedInAsync(Role.Manager);
        var complaint = await LodgeAsync(Subject.Family);
        var page = await browser.GetAsync($"/complaints/{complaint.Reference}");

        // Act
        var none = await browser.SubmitAsync(page, Form, fields: [("Way", "")]);
        var chat = await browser.SubmitAsync(page, Form, fields: [("Way", "chat")]);

        // Assert
        Assert.Equal((422, 422), (none.Status, chat.Status));
        Assert.Equal("#consent_way", none.One("[data-errors] a").GetAttribute("href"));
        Assert.Equal("true", none.One("#consent_way").GetAttribute("aria-invalid"));
        Assert.Equal(RepresentativeConsent.Pending, (await RowAsync(complaint)).Consent);
    }

    [Fact]
    public async Task Nobody_records_a_consent_elsewhere_without_the_permission_or_for_another_complaint()
    {
        // Arrange
        var complaint = await LodgeAsync(Subject.Neighbour);
        var other = await LodgeAsync(Subject.Neighbour);
        var row = await RowAsync(complaint);
        var manager = await site.SignedInAsync(Role.Manager);
        var token = (await manager.GetAsync($"/complaints/{complaint.Reference}")).One("input[name=csrf]").GetAttribute("value")!;
        var elsewhere = await site.SignedInAsync(Role.Coordinator, TestData.OtherVillage);
        var elsewhereToken = (await elsewhere.GetAsync("/queue")).One("input[name=csrf]").GetAttribute("value")!;
        var overseer = await site.SignedInAsync(Role.Overseer);
        var overseerToken = (await overseer.GetAsync("/account")).One("input[name=csrf]").GetAttribute("value")!;

        // Act
        var without = await manager.PostAsync(Path(complaint), false, ("Representative", row.Id.ToString()), ("Way", "phone"));
        var crossed = await manager.PostAsync(Path(other), false, ("csrf", token), ("Representative", row.Id.ToString()), ("Way", "phone"));
        var far = await elsewhere.PostAsync(Path(complaint), false, ("csrf", elsewhereToken), ("Representative", row.Id.ToString()), ("Way", "phone"));
        var forbidden = await overseer.PostAsync(
            Path(complaint), false, ("csrf", overseerToken), ("Representative", row.Id.ToString()), ("Way", "phone"));

        // Assert
        Assert.Equal((400, 404, 404, 403), (without.Status, crossed.Status, far.Status, forbidden.Status));
        Assert.Equal(RepresentativeConsent.Pending, (await RowAsync(complaint)).Consent);
    }

    [Fact]
    public async Task Reporter_person_concerned_and_guardian_are_told_apart()
    {
        // Arrange
        var browser = await site.SignedInAsync(Role.Manager);
        var complaint = await LodgeAsync(Subject.Family, isChild: true);
        var own = await site.LodgeAsync();

        // Act
        var page = await browser.GetAsync($"/complaints/{complaint.Reference}");
        var plain = await browser.GetAsync($"/complaints/{own.Reference}");

        // Assert
        var facts = page.Text("dl.facts");
        Assert.Contains("Anak (di bawah 18 tahun)", facts, StringComparison.Ordinal);
        Assert.Contains("Dede Contoh", facts, StringComparison.Ordinal);
        Assert.Contains("Siti Contoh, orang tua", facts, StringComparison.Ordinal);
        Assert.Contains("Orang tua atau wali", page.Text("#representatives"), StringComparison.Ordinal);
        Assert.Null(plain.Document.QuerySelector("#representatives"));
    }

    private const string Form = "form[action$='/consent']";

    private static string Path(Complaint complaint) => $"/complaints/{complaint.Reference}/consent";

    private Task<Representative> RowAsync(Complaint complaint) =>
        site.ReadAsync(db => db.Representatives.AsNoTracking().SingleAsync(r => r.ComplaintId == complaint.Id));

    private async Task<Complaint> LodgeAsync(Subject subject, bool isChild = false)
    {
        var conversation = await site.ConversationAsync();
        var input = TestData.Story(conversation.Id) with
        {
            DraftId = SequentialId.Next(site.Clock.UtcNow),
            Subject = subject,
            SubjectName = "Dede Contoh",
            IsChild = isChild,
        };
        var by = Provenance.Resident(conversation.Id, input.Channel, site.Clock.UtcNow);
        return (await site.Units.RunAsync<LodgeComplaint, Complaint>((act, ct) => act.DoAsync(input, by, ct), CancellationToken.None)).Value;
    }
}
