using Microsoft.EntityFrameworkCore;
using SlrtBot.Console.Tests.Site;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Staff;
using SlrtBot.TestKit;

namespace SlrtBot.Console.Tests.Pages;

/// <summary>Staff set how urgent a complaint is, where they correct its kind and programme.</summary>
[Collection(ConsoleTests.Name)]
public sealed class SetUrgencyTests(ConsoleSite site)
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_raised_one_stands_with_the_emergencies_and_whose_word_that_is_in_facts_and_history(bool fragment)
    {
        // Arrange
        var staff = await site.StaffAsync(Role.Frontoffice);
        var browser = await site.SignedInAsync(staff);
        var complaint = await site.LodgeAsync("N3");
        var page = await browser.GetAsync($"/complaints/{complaint.Reference}");

        // Act
        var saved = await browser.SubmitAsync(page, "#classify form", fragment, ("Urgency", "emergency"));
        var after = await browser.GetAsync($"/complaints/{complaint.Reference}");

        // Assert
        Assert.Equal(["normal", "urgent", "emergency"], page.Document.QuerySelectorAll("#urgency option").Select(o => o.GetAttribute("value")));
        Assert.Equal(303, saved.Status);
        AssertHtml.IsSound(after);
        Assert.Contains("Macam, program dan kegawatan tersimpan.", after.Body, StringComparison.Ordinal);
        Assert.Equal("Darurat", after.One("#head .badge-s.bad").TextContent.Trim());
        Assert.Contains($"Darurat · kata {staff.Name}: Darurat, ", after.Body, StringComparison.Ordinal);
        Assert.Equal("emergency", after.One("#urgency option[selected]").GetAttribute("value"));
        var line = after.One("#timeline li").TextContent;
        Assert.All(["Kegawatan diubah petugas", "Biasa → Darurat", staff.Name], words => Assert.Contains(words, line, StringComparison.Ordinal));
        var act = await site.ReadAsync(db => db.AuditActs.SingleAsync(a => a.SubjectId == complaint.Id && a.Verb == "complaint.classified"));
        Assert.Contains("\"urgency_from\":\"normal\",\"urgency_to\":\"emergency\"", act.Data!, StringComparison.Ordinal);
        Assert.Equal(staff.Id, act.ActorId);
    }

    [Fact]
    public async Task An_emergency_lowered_without_a_reason_comes_back_as_chosen_and_with_one_the_reason_stands_in_the_history()
    {
        // Arrange
        var browser = await site.SignedInAsync(Role.Analyst);
        var complaint = await site.LodgeAsync("N3", urgency: Urgency.Emergency);
        var page = await browser.GetAsync($"/complaints/{complaint.Reference}");

        // Act
        var refused = await browser.SubmitAsync(page, "#classify form", fields: [("Urgency", "urgent"), ("Kind", "suggestion")]);
        var saved = await browser.SubmitAsync(refused, "#classify form", fields: [("Note", "Sudah ditelepon, <b>aman</b>.")]);
        var after = await browser.GetAsync($"/complaints/{complaint.Reference}");

        // Assert
        Assert.Equal((422, 303), (refused.Status, saved.Status));
        AssertHtml.IsSound(refused);
        Assert.True(refused.One("#classify").HasAttribute("open"));
        Assert.Equal("#kind_note", refused.One("[data-errors] a").GetAttribute("href"));
        Assert.Equal("Bagian ini harus diisi.", refused.One("#kind_note_error").TextContent);
        Assert.Equal("suggestion", refused.One("#kind option[selected]").GetAttribute("value"));
        AssertHtml.IsSound(after);
        Assert.Equal("Mendesak", after.One("#head .badge-s.bad").TextContent.Trim());
        Assert.Contains("Darurat → Mendesak", after.One("#timeline li").TextContent, StringComparison.Ordinal);
        Assert.Equal("Sudah ditelepon, <b>aman</b>.", after.One("#timeline li .words").TextContent.Trim());
        Assert.Single(after.Document.QuerySelectorAll("#timeline .words"));
    }

    [Fact]
    public async Task A_late_save_takes_nothing_back_and_keeps_the_words()
    {
        // Arrange
        var (one, other) = (await site.SignedInAsync(Role.Analyst), await site.SignedInAsync(Role.Analyst));
        var complaint = await site.LodgeAsync("N3", urgency: Urgency.Emergency);
        var late = await other.GetAsync($"/complaints/{complaint.Reference}");
        await one.SubmitAsync(await one.GetAsync($"/complaints/{complaint.Reference}"), "#classify form", fields: [("Urgency", "urgent"), ("Note", "Aman.")]);

        // Act
        var answer = await other.SubmitAsync(late, "#classify form", fields: [("Urgency", "normal"), ("Note", "Salah paham.")]);

        // Assert
        Assert.Equal(409, answer.Status);
        AssertHtml.IsSound(answer);
        Assert.Equal("urgent", answer.One("#urgency option[selected]").GetAttribute("value"));
        Assert.Equal("Salah paham.", answer.One("#kind_note").TextContent.Trim());
        Assert.Equal(Urgency.Urgent, await site.ReadAsync(db => db.Complaints.Where(c => c.Id == complaint.Id).Select(c => c.Urgency).SingleAsync()));
    }

    [Fact]
    public async Task Outside_the_area_there_is_no_such_complaint_and_a_made_up_urgency_is_no_choice()
    {
        // Arrange
        var complaint = await site.LodgeAsync("N3");
        var elsewhere = await site.SignedInAsync(Role.Facilitator, TestData.OtherVillage);
        var token = (await elsewhere.GetAsync("/queue")).One("input[name=csrf]").GetAttribute("value")!;
        var browser = await site.SignedInAsync(Role.Frontoffice);
        var page = await browser.GetAsync($"/complaints/{complaint.Reference}");

        // Act
        var outside = await elsewhere.PostAsync(
            $"/complaints/{complaint.Reference}/classify", false, ("csrf", token), ("Key", $"{complaint.Id}"), ("Kind", "complaint"), ("Version", "0"),
            ("Urgency", "emergency"));
        var madeUp = await browser.SubmitAsync(page, "#classify form", fields: [("Urgency", "gawat")]);
        var question = await browser.SubmitAsync(page, "#classify form", fields: [("Urgency", "info")]);

        // Assert
        Assert.Equal((404, 422, 422), (outside.Status, madeUp.Status, question.Status));
        Assert.Contains("hanya untuk pertanyaan", question.Body, StringComparison.Ordinal);
        Assert.Equal(Urgency.Normal, await site.ReadAsync(db => db.Complaints.Where(c => c.Id == complaint.Id).Select(c => c.Urgency).SingleAsync()));
    }

    [Fact]
    public async Task A_step_after_it_does_not_collide_and_tells_whose_change_lies_between()
    {
        // Arrange
        var other = await site.StaffAsync(Role.Analyst);
        var (browser, hasty) = (await site.SignedInAsync(Role.Analyst), await site.SignedInAsync(other));
        var complaint = await site.LodgeAsync("N3");
        await hasty.SubmitAsync(await hasty.GetAsync($"/complaints/{complaint.Reference}"), "#classify form", fields: [("Urgency", "urgent")]);
        var page = await browser.GetAsync($"/complaints/{complaint.Reference}");
        await hasty.SubmitAsync(await hasty.GetAsync($"/complaints/{complaint.Reference}"), "#classify form", fields: [("Urgency", "emergency")]);

        // Act
        var moved = await browser.SubmitAsync(page, "#move_review_form");
        var after = await browser.GetAsync($"/complaints/{complaint.Reference}");

        // Assert
        Assert.Equal(303, moved.Status);
        Assert.Contains(other.Name, after.One(".note.done").TextContent, StringComparison.Ordinal);
    }
}
