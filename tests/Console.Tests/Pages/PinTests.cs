using Microsoft.EntityFrameworkCore;
using SlrtBot.Console.Tests.Site;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Sealing;
using SlrtBot.Core.Staff;
using SlrtBot.TestKit;

namespace SlrtBot.Console.Tests.Pages;

/// <summary>A chat's PIN as staff see it: that there is one, and how it is taken away.</summary>
[Collection(ConsoleTests.Name)]
public sealed class PinTests(ConsoleSite site)
{
    private const string Form = "#pin form";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_forgotten_PIN_is_removed_once_it_was_made_sure_who_asks(bool fragment)
    {
        // Arrange
        var browser = await site.SignedInAsync(Role.Coordinator, TestData.Village);
        var complaint = await LockedAsync();
        var page = await browser.GetAsync(Path(complaint));

        // Act
        var without = await browser.SubmitAsync(page, Form, fragment, ("Check", ""));
        var kept = await ChatAsync(complaint);
        var done = await browser.SubmitAsync(page, Form, fragment, ("Check", "card"));
        var after = await browser.GetAsync(Path(complaint));

        // Assert
        Assert.Equal((422, 303), (without.Status, done.Status));
        Assert.NotEmpty(without.Text("#Check_error"));
        Assert.NotNull(kept.Pin);
        Assert.Null((await ChatAsync(complaint)).Pin);
        Assert.Null(after.Document.QuerySelector("#pin"));
        Assert.All([page, after], AssertHtml.IsSound);
        var act = await site.ReadAsync(db => db.AuditActs.SingleAsync(a => a.Verb == "conversation.pin_reset" && a.SubjectId == complaint.ConversationId));
        Assert.Contains("card", act.Data, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_removes_a_PIN_elsewhere_without_the_permission_or_without_the_token()
    {
        // Arrange
        var complaint = await LockedAsync();
        var elsewhere = await site.SignedInAsync(Role.Coordinator, TestData.OtherVillage);
        var token = (await elsewhere.GetAsync("/queue")).One("input[name=csrf]").GetAttribute("value")!;
        var province = await site.SignedInAsync(Role.Province, "32");
        var provinceToken = (await province.GetAsync("/account")).One("input[name=csrf]").GetAttribute("value")!;
        var manager = await site.SignedInAsync(Role.Manager);

        // Act
        var far = await elsewhere.PostAsync($"{Path(complaint)}?handler=ResetPin", false, ("csrf", token), ("Check", "card"));
        var forbidden = await province.PostAsync($"{Path(complaint)}?handler=ResetPin", false, ("csrf", provinceToken), ("Check", "card"));
        var forged = await manager.PostAsync($"{Path(complaint)}?handler=ResetPin", false, ("Check", "card"));

        // Assert
        Assert.Equal((404, 403, 400), (far.Status, forbidden.Status, forged.Status));
        Assert.NotNull((await ChatAsync(complaint)).Pin);
    }

    [Fact]
    public async Task Staff_read_what_they_wrote_although_the_chat_shows_only_that_there_is_news()
    {
        // Arrange
        var browser = await site.SignedInAsync(Role.Manager);
        var complaint = await LockedAsync();
        var page = await browser.GetAsync($"/complaints/{complaint.Reference}");

        // Act
        _ = await browser.SubmitAsync(page, "form[action$='/write']", fields: [("Text", "Mohon bawa surat rujukan")]);

        // Assert
        Assert.Contains("Mohon bawa surat rujukan", (await browser.GetAsync($"/complaints/{complaint.Reference}")).Text("#thread"), StringComparison.Ordinal);
        Assert.Contains("Mohon bawa surat rujukan", (await browser.GetAsync(Path(complaint))).Text("#thread"), StringComparison.Ordinal);
        var row = await site.ReadAsync(db => db.OutboundMessages.SingleAsync(m => m.ComplaintId == complaint.Id && m.Kind == OutboundKind.Staff));
        Assert.NotNull(row.Withheld);
    }

    private static string Path(Complaint complaint) => $"/conversations/{complaint.ConversationId}";

    private Task<Conversation> ChatAsync(Complaint complaint) =>
        site.ReadAsync(db => db.Conversations.AsNoTracking().SingleAsync(c => c.Id == complaint.ConversationId));

    private async Task<Complaint> LockedAsync()
    {
        var complaint = await site.LodgeAsync();
        var id = complaint.ConversationId!.Value;
        await site.ChangeAsync(async db => (await db.Conversations.SingleAsync(c => c.Id == id)).Pin = new Sealed([1]));
        return complaint;
    }
}
