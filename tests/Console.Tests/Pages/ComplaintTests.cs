using Microsoft.EntityFrameworkCore;
using SlrtBot.Console.Tests.Site;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Complaints.Lodging;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Staff;
using SlrtBot.TestKit;

namespace SlrtBot.Console.Tests.Pages;

[Collection(ConsoleTests.Name)]
public sealed class ComplaintTests(ConsoleSite site)
{
    [Fact]
    public async Task Opening_a_complaint_shows_it_and_is_audited_once()
    {
        // Arrange
        var browser = await site.SignedInAsync(Role.Analyst);
        var complaint = await site.LodgeAsync(story: "Beras tidak datang tiga bulan");

        // Act
        var page = await browser.GetAsync($"/complaints/{complaint.Reference}");
        _ = await browser.GetAsync($"/complaints/{complaint.Reference}");

        // Assert
        Assert.Equal("Beras tidak datang tiga bulan", page.Text("#story-title + p"));
        Assert.Contains("Siti Contoh", page.Body, StringComparison.Ordinal);
        Assert.Equal(["complaint.lodged", "complaint.viewed"], await AuditAsync(complaint));
    }

    [Fact]
    public async Task A_reference_with_small_letters_is_understood()
    {
        // Arrange
        var browser = await site.SignedInAsync(Role.Analyst);
        var complaint = await site.LodgeAsync();

        // Act, Assert
        Assert.Equal(200, (await browser.GetAsync($"/complaints/{complaint.Reference.ToLowerInvariant()}")).Status);
    }

    [Fact]
    public async Task The_page_offers_the_moves_of_the_role_and_no_others()
    {
        // Arrange
        var complaint = await site.LodgeAsync();
        var frontoffice = await site.SignedInAsync(Role.Frontoffice);
        var facilitator = await site.SignedInAsync(Role.Facilitator);

        // Act
        var office = await frontoffice.GetAsync($"/complaints/{complaint.Reference}");
        var field = await facilitator.GetAsync($"/complaints/{complaint.Reference}");

        // Assert
        Assert.Equal(["review", "ask_resident", "redirect", "merge"], Verbs(office));
        Assert.Equal(["review", "ask_resident", "serve_directly", "redirect", "merge"], Verbs(field));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Post_AllowedMove_MovesTellsAndReturnsToThePage(bool fragment)
    {
        // Arrange
        var browser = await site.SignedInAsync(Role.Analyst);
        var complaint = await site.LodgeAsync();
        var page = await browser.GetAsync($"/complaints/{complaint.Reference}");

        // Act
        var answer = await browser.SubmitAsync(page, "form:has([value=ask_resident])", fragment, ("Message", "Apakah KK sudah ada?"), ("Note", "cek"));
        var after = await browser.GetAsync(answer.Location!, fragment);

        // Assert
        Assert.Equal(303, answer.Status);
        Assert.Equal($"/complaints/{complaint.Reference}", answer.Location);
        Assert.NotEmpty(after.Text("[role=status].done"));
        Assert.Contains("Apakah KK sudah ada?", after.Text("#thread"), StringComparison.Ordinal);
        var row = await site.ReadAsync(db => db.Complaints.SingleAsync(c => c.Id == complaint.Id));
        Assert.Equal(ComplaintStatus.NeedsInformation, row.Status);
        Assert.Contains("complaint.moved", await AuditAsync(complaint));
        Assert.Equal(1, await site.ReadAsync(db => db.OutboundMessages.CountAsync(m => m.ComplaintId == complaint.Id)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Post_MissingWords_Returns422AndKeepsWhatWasTyped(bool fragment)
    {
        // Arrange
        var browser = await site.SignedInAsync(Role.Analyst);
        var complaint = await site.LodgeAsync();
        var page = await browser.GetAsync($"/complaints/{complaint.Reference}");

        // Act
        var answer = await browser.SubmitAsync(page, "form:has([value=ask_resident])", fragment, ("Message", " "), ("Note", "catatan yang panjang"));

        // Assert
        Assert.Equal(422, answer.Status);
        Assert.Equal("catatan yang panjang", answer.Text("#move_ask_resident_note"));
        Assert.Equal("true", answer.One("#move_ask_resident_message").GetAttribute("aria-invalid"));
        Assert.Equal("#move_ask_resident_message", answer.One("[data-errors] a").GetAttribute("href"));
        Assert.Null(answer.One("#move_redirect_message").GetAttribute("aria-invalid"));
        Assert.True(answer.One("details:has(#move_ask_resident_note)").HasAttribute("open"));
        Assert.Equal(ComplaintStatus.Received, (await site.ReadAsync(db => db.Complaints.SingleAsync(c => c.Id == complaint.Id))).Status);
    }

    [Fact]
    public async Task A_double_press_moves_once_and_says_yes_twice()
    {
        // Arrange
        var browser = await site.SignedInAsync(Role.Analyst);
        var complaint = await site.LodgeAsync();
        var page = await browser.GetAsync($"/complaints/{complaint.Reference}");

        // Act
        var first = await browser.SubmitAsync(page, "form:has([value=review])");
        var second = await browser.SubmitAsync(page, "form:has([value=review])");

        // Assert
        Assert.Equal((303, 303), (first.Status, second.Status));
        Assert.Equal(2, await site.ReadAsync(db => db.ComplaintMoves.CountAsync(m => m.ComplaintId == complaint.Id)));
    }

    [Fact]
    public async Task A_message_to_the_resident_is_queued_once_however_often_it_is_sent()
    {
        // Arrange
        var browser = await site.SignedInAsync(Role.Frontoffice);
        var complaint = await site.LodgeAsync();
        var page = await browser.GetAsync($"/complaints/{complaint.Reference}");

        // Act
        var first = await browser.SubmitAsync(page, "form[action$='/write']", fields: [("Text", "Mohon tunggu")]);
        var second = await browser.SubmitAsync(page, "form[action$='/write']", fields: [("Text", "Mohon tunggu")]);
        var empty = await browser.SubmitAsync(page, "form[action$='/write']", fields: [("Text", " ")]);

        // Assert
        Assert.Equal((303, 303, 422), (first.Status, second.Status, empty.Status));
        Assert.Equal("#write_text", empty.One("[data-errors] a").GetAttribute("href"));
        var rows = await site.ReadAsync(db => db.OutboundMessages.Where(m => m.ComplaintId == complaint.Id).ToListAsync());
        Assert.Equal(OutboundKind.Staff, Assert.Single(rows).Kind);
        Assert.Contains("Mohon tunggu", (await browser.GetAsync($"/complaints/{complaint.Reference}")).Text("#thread"), StringComparison.Ordinal);
        Assert.Contains("resident.written_to", await AuditAsync(complaint));
    }

    [Fact]
    public async Task A_note_is_for_colleagues_and_reaches_no_resident()
    {
        // Arrange
        var browser = await site.SignedInAsync(Role.Frontoffice);
        var complaint = await site.LodgeAsync();
        var page = await browser.GetAsync($"/complaints/{complaint.Reference}");

        // Act
        var answer = await browser.SubmitAsync(page, "form[action$='/note']", fields: [("Text", "Sudah ditelepon")]);

        // Assert
        Assert.Equal(303, answer.Status);
        Assert.Contains("Sudah ditelepon", (await browser.GetAsync($"/complaints/{complaint.Reference}")).Text("#timeline"), StringComparison.Ordinal);
        Assert.Equal(0, await site.ReadAsync(db => db.OutboundMessages.CountAsync(m => m.ComplaintId == complaint.Id)));
        Assert.Contains("complaint.noted", await AuditAsync(complaint));
    }

    [Fact]
    public async Task Who_takes_a_complaint_second_hears_who_was_first()
    {
        // Arrange
        var first = await site.SignedInAsync(Role.Frontoffice);
        var second = await site.SignedInAsync(Role.Analyst);
        var complaint = await site.LodgeAsync();
        var seen = await second.GetAsync($"/complaints/{complaint.Reference}");

        // Act
        var taken = await first.SubmitAsync(await first.GetAsync($"/complaints/{complaint.Reference}"), "form[action$='/assign']");
        var late = await second.SubmitAsync(seen, "form[action$='/assign']");
        var mine = await first.GetAsync($"/complaints/{complaint.Reference}");
        var laidDown = await first.SubmitAsync(mine, "form[action$='/assign']");

        // Assert
        Assert.Equal((303, 409, 303), (taken.Status, late.Status, laidDown.Status));
        Assert.Contains("Petugas frontoffice", late.Text("#head"), StringComparison.Ordinal);
        Assert.Null(late.Document.QuerySelector("form[action$='/assign']"));
    }

    [Fact]
    public async Task A_sensitive_complaint_is_not_found_without_the_permission()
    {
        // Arrange
        var complaint = await site.LodgeAsync("P2");
        var without = await site.SignedInAsync(Role.Manager);
        var with = await site.SignedInAsync(Role.Manager, readsSensitive: true);

        // Act, Assert
        Assert.Equal(404, (await without.GetAsync($"/complaints/{complaint.Reference}")).Status);
        Assert.DoesNotContain(complaint.Reference, (await without.GetAsync("/queue?view=all&category=P2")).Body, StringComparison.Ordinal);
        Assert.Equal(200, (await with.GetAsync($"/complaints/{complaint.Reference}")).Status);
        Assert.Contains(complaint.Reference, (await with.GetAsync("/queue?view=all&category=P2")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_national_id_shows_its_last_four_digits_only()
    {
        // Arrange
        var browser = await site.SignedInAsync(Role.Manager);
        var input = TestData.Story() with { NationalId = "3204052301850001", DraftId = SequentialId.Next(site.Clock.UtcNow) };
        var complaint = (await site.Units.RunAsync<LodgeComplaint, Complaint>(
            (act, cancel) => act.DoAsync(input, Provenance.Job("test", site.Clock.UtcNow), cancel), CancellationToken.None)).Value;

        // Act
        var page = await browser.GetAsync($"/complaints/{complaint.Reference}");

        // Assert
        Assert.DoesNotContain("3204052301850001", page.Body, StringComparison.Ordinal);
        Assert.Contains("••••••••••••0001", page.Body, StringComparison.Ordinal);
        Assert.Null(page.Document.QuerySelector("form[action$='/write']"));
    }

    private static List<string> Verbs(Answer page) =>
        [.. page.Document.QuerySelectorAll("#moves input[name=Verb]").Select(i => i.GetAttribute("value")!)];

    private Task<List<string>> AuditAsync(Complaint complaint) => site.ReadAsync(db =>
        db.AuditActs.Where(a => a.SubjectId == complaint.Id).OrderBy(a => a.Id).Select(a => a.Verb).ToListAsync());
}
