using Microsoft.EntityFrameworkCore;
using SlrtBot.Console.Tests.Site;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Staff;
using SlrtBot.TestKit;

namespace SlrtBot.Console.Tests.Pages;

/// <summary>Two people at one complaint: nothing that was typed is lost, and nothing is overwritten unseen.</summary>
[Collection(ConsoleTests.Name)]
public sealed class StaleSaveTests(ConsoleSite site)
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Post_StaleVersion_Returns409WithBothVersionsAndLosesNothing(bool fragment)
    {
        // Arrange
        var slow = await site.SignedInAsync(Role.Analyst);
        var quick = await site.SignedInAsync(Role.Frontoffice);
        var complaint = await site.LodgeAsync();
        var page = await slow.GetAsync($"/complaints/{complaint.Reference}");
        _ = await quick.SubmitAsync(await quick.GetAsync($"/complaints/{complaint.Reference}"), "form:has([value=review])");

        // Act
        var answer = await slow.SubmitAsync(page, "form:has([value=ask_resident])", fragment, ("Message", "Apakah KK sudah ada?"), ("Note", "milik saya"));
        var again = await slow.SubmitAsync(answer, "form:has([value=ask_resident])");

        // Assert
        Assert.Equal(409, answer.Status);
        var conflict = answer.Text("#conflict");
        Assert.Contains("Diterima", conflict, StringComparison.Ordinal);
        Assert.Contains("Sedang diperiksa", conflict, StringComparison.Ordinal);
        Assert.Contains("Petugas frontoffice", conflict, StringComparison.Ordinal);
        Assert.Contains("milik saya", conflict, StringComparison.Ordinal);
        Assert.Contains("Perlu data tambahan", conflict, StringComparison.Ordinal);
        Assert.Equal(["Status", "Pesan untuk warga", "Catatan untuk petugas lain"], answer.Texts("#conflict tbody th"));
        Assert.Equal(fragment, !answer.Body.Contains("<html", StringComparison.Ordinal));
        Assert.Equal("move_ask_resident_form", answer.One("#conflict button[form]").GetAttribute("form"));
        Assert.NotNull(answer.Document.QuerySelector("form#move_ask_resident_form"));
        Assert.Equal("Apakah KK sudah ada?", answer.Text("#move_ask_resident_message"));
        Assert.Equal(303, again.Status);
    }

    [Fact]
    public async Task Post_SettledComplaint_ReturnsConflict()
    {
        // Arrange
        var browser = await site.SignedInAsync(Role.Manager);
        var complaint = await site.LodgeAsync();
        var page = await browser.GetAsync($"/complaints/{complaint.Reference}");
        _ = await browser.SubmitAsync(page, "form:has([value=redirect])", fields: [("Message", "Ke kantor desa")]);
        page = await browser.GetAsync($"/complaints/{complaint.Reference}");
        var version = (await site.ReadAsync(db => db.Complaints.SingleAsync(c => c.Id == complaint.Id))).Version;

        // Act
        var answer = await browser.PostAsync(
            $"/complaints/{complaint.Reference}/move", false, ("csrf", page.One("input[name=csrf]").GetAttribute("value")!),
            ("Verb", "review"), ("Version", $"{version}"), ("Seen", "not_our_authority"), ("Note", "tetap saya simpan"));

        // Assert
        Assert.Equal(409, answer.Status);
        Assert.Contains("tetap saya simpan", answer.Text("#conflict"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_whose_step_is_gone_become_a_note_in_one_press()
    {
        // Arrange
        var slow = await site.SignedInAsync(Role.Frontoffice);
        var quick = await site.SignedInAsync(Role.Analyst);
        var complaint = await site.LodgeAsync();
        var page = await slow.GetAsync($"/complaints/{complaint.Reference}");
        _ = await quick.SubmitAsync(await quick.GetAsync($"/complaints/{complaint.Reference}"), "form:has([value=redirect])", fields: [("Message", "Ke kecamatan")]);

        // Act
        var answer = await slow.SubmitAsync(page, "form:has([value=ask_resident])", false, ("Message", "Apakah KK sudah ada?"), ("Note", "milik saya"));
        var kept = await slow.SubmitAsync(answer, "#conflict form[action$='/note']");

        // Assert
        Assert.Equal((409, 303), (answer.Status, kept.Status));
        AssertHtml.IsSound(answer);
        var timeline = (await slow.GetAsync($"/complaints/{complaint.Reference}")).Text("#timeline");
        Assert.Contains("Apakah KK sudah ada?", timeline, StringComparison.Ordinal);
        Assert.Contains("milik saya", timeline, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_whose_step_is_gone_serve_another_step_in_one_press()
    {
        // Arrange
        var slow = await site.SignedInAsync(Role.Manager);
        var quick = await site.SignedInAsync(Role.Analyst);
        var complaint = await site.LodgeAsync();
        var page = await slow.GetAsync($"/complaints/{complaint.Reference}");
        _ = await quick.SubmitAsync(await quick.GetAsync($"/complaints/{complaint.Reference}"), "form:has([value=review])");
        var stale = await slow.SubmitAsync(page, "form:has([value=redirect])", false, ("Message", "Silakan ke kecamatan"));
        await TestData.AnalyseAsync(site.Units, complaint, site.Clock.UtcNow);
        _ = await quick.SubmitAsync(await quick.GetAsync($"/complaints/{complaint.Reference}"), "form:has([value=propose])", fields: [("Note", "Mohon diputus")]);

        // Act
        var answer = await slow.SubmitAsync(stale, "#move_redirect_form");
        var done = await slow.SubmitAsync(answer, "#conflict form:has([value=ask_resident])");

        // Assert
        Assert.Equal((409, 409, 303), (stale.Status, answer.Status, done.Status));
        Assert.Equal(ComplaintStatus.NeedsInformation, (await ReadAsync(complaint)).Status);
        Assert.Contains("Silakan ke kecamatan", (await slow.GetAsync($"/complaints/{complaint.Reference}")).Text("#thread"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_step_beside_a_colleague_who_took_the_complaint_goes_through_and_says_so()
    {
        // Arrange
        var slow = await site.SignedInAsync(Role.Analyst);
        var dian = await site.StaffAsync(Role.Analyst);
        var quick = await site.SignedInAsync(dian);
        var complaint = await site.LodgeAsync();
        var page = await slow.GetAsync($"/complaints/{complaint.Reference}");
        _ = await quick.SubmitAsync(await quick.GetAsync($"/complaints/{complaint.Reference}"), "form[action$='/assign']");

        // Act
        var answer = await slow.SubmitAsync(page, "form:has([value=review])");
        var after = await slow.GetAsync(answer.Location!);

        // Assert
        Assert.Equal(303, answer.Status);
        Assert.Contains(dian.Name, after.Text("main [role=status].done"), StringComparison.Ordinal);
        var row = await ReadAsync(complaint);
        Assert.Equal((ComplaintStatus.InReview, dian.Id), (row.Status, row.AssignedTo));
    }

    [Fact]
    public async Task A_note_beside_a_step_is_kept_and_says_so()
    {
        // Arrange
        var slow = await site.SignedInAsync(Role.Analyst);
        var dian = await site.StaffAsync(Role.Frontoffice);
        var quick = await site.SignedInAsync(dian);
        var complaint = await site.LodgeAsync();
        var page = await slow.GetAsync($"/complaints/{complaint.Reference}");
        _ = await quick.SubmitAsync(await quick.GetAsync($"/complaints/{complaint.Reference}"), "form:has([value=review])");

        // Act
        var answer = await slow.SubmitAsync(page, "form[action$='/note']", fields: [("Text", "Sudah ditelepon")]);
        var after = await slow.GetAsync($"/complaints/{complaint.Reference}");

        // Assert
        Assert.Equal(303, answer.Status);
        Assert.Contains(dian.Name, after.Text("main [role=status].done"), StringComparison.Ordinal);
        Assert.Contains("Sudah ditelepon", after.Text("#timeline"), StringComparison.Ordinal);
    }

    private Task<Complaint> ReadAsync(Complaint complaint) => site.ReadAsync(db => db.Complaints.SingleAsync(c => c.Id == complaint.Id));
}
