using Microsoft.EntityFrameworkCore;
using SlrtBot.Console.Tests.Site;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Staff;

namespace SlrtBot.Console.Tests.Pages;

/// <summary>What no form of ours offers is refused with a sentence, and nothing of it is stored.</summary>
[Collection(ConsoleTests.Name)]
public sealed class MadeUpChoiceTests(ConsoleSite site)
{
    private const string Stale = "999";

    [Theory]
    [InlineData(422, "Pilih salah satu", "move", "Verb=zzz")]
    [InlineData(422, "Pilih salah satu", "move", "Verb=")]
    [InlineData(422, "Pilih salah satu", "move", "")]
    [InlineData(422, "Pilih alasan", "move", "Verb=reject&Reason=zzz&Message=Maaf")]
    [InlineData(409, "", "move", $"Verb=reject&Reason=zzz&Message=Maaf&Version={Stale}")]
    [InlineData(409, "", "move", $"Verb=withdraw&Reason=zzz&Version={Stale}")]
    [InlineData(422, "Pilih salah satu", "classify", "Kind=zzz")]
    [InlineData(422, "Pilih salah satu", "classify", "Kind=question&Urgency=zzz")]
    [InlineData(422, "", "classify", "Kind=question&Programme=zzz")]
    [InlineData(422, "Pilih salah satu", "consent", "Way=zzz")]
    [InlineData(422, "Pilih salah satu", "slip", "Relation=zzz")]
    [InlineData(400, "", "move", "Verb=review&Version=abc")]
    [InlineData(400, "", "assign", "Take=zzz")]
    [InlineData(400, "", "note", "Text=Halo&Key=zzz")]
    [InlineData(400, "", "note", "Text=Halo&Key=")]
    public async Task On_a_complaint(int status, string words, string form, string fields)
    {
        // Arrange
        var browser = await site.SignedInAsync(Role.Manager);
        var complaint = await site.LodgeAsync();
        var page = await browser.GetAsync($"/complaints/{complaint.Reference}");
        _ = await browser.SubmitAsync(page, "form:has([value=review])");
        var before = await AuditAsync(complaint.Id);
        var version = (await site.ReadAsync(db => db.Complaints.SingleAsync(c => c.Id == complaint.Id))).Version;

        // Act
        var answer = await PostAsync(browser, page, $"/complaints/{complaint.Reference}/{form}", fields, version);

        // Assert
        Assert.True(status == answer.Status, $"{answer.Status}: {answer.Body}");
        AssertHtml.IsSound(answer);
        Assert.Contains(words, answer.Text("main"), StringComparison.Ordinal);
        Assert.Equal(before, await AuditAsync(complaint.Id));
        Assert.Equal(ComplaintStatus.InReview, (await site.ReadAsync(db => db.Complaints.SingleAsync(c => c.Id == complaint.Id))).Status);
    }

    [Theory]
    [InlineData("/queue/bulk", "Do=zzz")]
    [InlineData("/queue/bulk", "Do=")]
    [InlineData("/queue/bulk", "Do=move:zzz")]
    [InlineData("/queue/bulk", "Do=move:")]
    [InlineData("/queue/bulk", "Do=assign")]
    [InlineData("/language", "Language=zz")]
    [InlineData("/language", "")]
    [InlineData("/account?handler=Language", "Language=zz")]
    public async Task Elsewhere(string path, string fields)
    {
        // Arrange
        var browser = await site.SignedInAsync(Role.Manager);
        var complaint = await site.LodgeAsync();
        var page = await browser.GetAsync($"/complaints/{complaint.Reference}");

        // Act
        var answer = await PostAsync(browser, page, path, $"{fields}&Chosen={complaint.Id:N}_0", 0);

        // Assert
        Assert.True(answer.Status == 422, $"{answer.Status}: {answer.Body}");
        AssertHtml.IsSound(answer);
        Assert.Contains("Pilih salah satu", answer.Text("main"), StringComparison.Ordinal);
    }

    private static Task<Answer> PostAsync(Browser browser, Answer page, string path, string fields, int version)
    {
        var given = fields.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(f => f.Split('=')).Select(f => (f[0], f[1])).ToList();
        if (given.All(g => g.Item1 != "Version"))
        {
            given.Add(("Version", $"{version}"));
        }

        if (given.All(g => g.Item1 != "Key"))
        {
            given.Add(("Key", $"{SequentialId.Next(DateTime.UnixEpoch)}"));
        }

        return browser.PostAsync(path, false, [("csrf", page.One("input[name=csrf]").GetAttribute("value")!), ("Seen", "in_review"), .. given]);
    }

    private Task<List<string>> AuditAsync(Guid complaint) =>
        site.ReadAsync(db => db.AuditActs.Where(a => a.SubjectId == complaint).OrderBy(a => a.Id).Select(a => a.Verb).ToListAsync());
}
