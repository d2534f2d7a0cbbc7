using Microsoft.EntityFrameworkCore;
using SlrtBot.Console.Tests.Site;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Staff;

namespace SlrtBot.Console.Tests.Pages;

/// <summary>What a complaint is, as staff see and correct it.</summary>
[Collection(ConsoleTests.Name)]
public sealed class KindTests(ConsoleSite site)
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Staff_correct_kind_and_programme_and_the_original_stays(bool fragment)
    {
        // Arrange
        var browser = await site.SignedInAsync(Role.Frontoffice);
        var complaint = await site.LodgeAsync();
        var page = await browser.GetAsync($"/complaints/{complaint.Reference}");

        // Act
        var saved = await browser.SubmitAsync(page, "#classify form", fragment, ("Kind", "suggestion"), ("Programme", "PKH"));
        var again = await browser.SubmitAsync(page, "#classify form", fragment, ("Kind", "question"), ("Programme", ""));
        var after = await browser.GetAsync($"/complaints/{complaint.Reference}");

        // Assert
        Assert.Equal((303, 409), (saved.Status, again.Status));
        Assert.Contains("Saran (semula: Keluhan)", after.Body, StringComparison.Ordinal);
        Assert.Contains("PKH (semula: Tidak ada)", after.Body, StringComparison.Ordinal);
        AssertHtml.IsSound(after);
        var stored = await site.ReadAsync(db => db.Complaints.SingleAsync(c => c.Id == complaint.Id));
        Assert.Equal((ComplaintKind.Suggestion, ComplaintKind.Complaint, "PKH", complaint.PromiseOn),
            (stored.Kind, stored.OriginalKind, stored.ProgrammeCode, stored.PromiseOn));
        Assert.Contains("complaint.classified", await site.ReadAsync(db => db.AuditActs.Where(a => a.SubjectId == complaint.Id).Select(a => a.Verb).ToListAsync()));
    }

    [Fact]
    public async Task A_made_up_programme_or_kind_is_refused_and_others_see_no_form()
    {
        // Arrange
        var browser = await site.SignedInAsync(Role.Analyst);
        var reader = await site.SignedInAsync(Role.Backoffice);
        var complaint = await site.LodgeAsync();
        var page = await browser.GetAsync($"/complaints/{complaint.Reference}");
        var shown = await reader.GetAsync($"/complaints/{complaint.Reference}");
        var token = shown.One("input[name=csrf]").GetAttribute("value")!;

        // Act
        var programme = await browser.SubmitAsync(page, "#classify form", fields: [("Kind", "question"), ("Programme", "NIRWANA")]);
        var kind = await browser.SubmitAsync(page, "#classify form", fields: [("Kind", "gossip")]);
        var forbidden = await reader.PostAsync($"/complaints/{complaint.Reference}/classify", false, ("csrf", token), ("Kind", "question"), ("Version", "0"));

        // Assert
        Assert.Equal((422, 422, 403), (programme.Status, kind.Status, forbidden.Status));
        Assert.Null(shown.Document.QuerySelector("#classify"));
    }

    [Fact]
    public async Task The_queue_is_filtered_by_kind_and_by_programme()
    {
        // Arrange
        const string village = "32.04.44.2003";
        var browser = await site.SignedInAsync(Role.Coordinator, village);
        var question = await site.LodgeAsync(village: village);
        var usual = await site.LodgeAsync(village: village);
        await site.ChangeAsync(async db => (await db.Complaints.SingleAsync(c => c.Id == question.Id)).Classify(ComplaintKind.Question, "PKH"));

        // Act
        var questions = await browser.GetAsync("/queue?view=all&kind=question");
        var programme = await browser.GetAsync("/queue?view=all&programme=PKH");
        var complaints = await browser.GetAsync("/queue?view=open&kind=complaint");

        // Assert
        Assert.All([questions, programme], page => Assert.NotNull(page.Document.QuerySelector($"#row-{question.Id:N}")));
        Assert.All([questions, programme], page => Assert.Null(page.Document.QuerySelector($"#row-{usual.Id:N}")));
        Assert.Contains("Pertanyaan", questions.Text($"#row-{question.Id:N} .badge-s"), StringComparison.Ordinal);
        Assert.Null(complaints.Document.QuerySelector($"#row-{question.Id:N}"));
        AssertHtml.IsSound(questions);
    }
}
