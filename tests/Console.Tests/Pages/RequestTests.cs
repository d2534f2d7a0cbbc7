using Microsoft.EntityFrameworkCore;
using SlrtBot.Console.Tests.Site;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.DataRequests;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Staff;
using SlrtBot.TestKit;

namespace SlrtBot.Console.Tests.Pages;

/// <summary>People's requests about their data, as those who answer them see them.</summary>
[Collection(ConsoleTests.Name)]
public sealed class RequestTests(ConsoleSite site)
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_erasure_is_carried_out_from_the_page_and_the_complaint_is_empty(bool fragment)
    {
        // Arrange
        var browser = await site.SignedInAsync(Role.Manager);
        var complaint = await site.LodgeAsync(story: "cerita yang harus hilang", urgency: Urgency.Urgent, words: "katapenting");
        var id = await OpenAsync(complaint, DataRequestKind.Erase);
        var list = await browser.GetAsync("/requests");
        var page = await browser.GetAsync($"/requests/{id}");

        // Act
        var answer = await browser.SubmitAsync(page, "main form", fragment, ("Grant", "true"));
        var after = await browser.GetAsync($"/complaints/{complaint.Reference}");

        // Assert
        Assert.Contains("72 jam lagi", list.Text($"#request-{id:N}"), StringComparison.Ordinal);
        Assert.All([list, page], AssertHtml.IsSound);
        Assert.Equal((303, 200), (answer.Status, after.Status));
        Assert.DoesNotContain("cerita yang harus hilang", after.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("katapenting", after.Body, StringComparison.Ordinal);
        Assert.Null((await site.ReadAsync(db => db.Complaints.SingleAsync(c => c.Id == complaint.Id))).UrgencyWords);
        Assert.DoesNotContain("Siti Contoh", after.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_overdue_request_stands_on_top_in_red()
    {
        // Arrange
        var browser = await site.SignedInAsync(Role.Coordinator, "32.04.05.2006");
        var late = await OpenAsync(await site.LodgeAsync(village: "32.04.05.2006"), DataRequestKind.Correct);
        await site.ChangeAsync(async db =>
        {
            var request = (await db.DataRequests.FindAsync(late))!;
            db.Entry(request).Property(r => r.DueAt).CurrentValue = site.Clock.UtcNow.AddHours(-2);
        });
        _ = await OpenAsync(await site.LodgeAsync(village: "32.04.05.2006"), DataRequestKind.Correct);

        // Act
        var list = await browser.GetAsync("/requests");

        // Assert
        Assert.Contains("Terlambat 2 jam", list.Texts("[data-row]")[0], StringComparison.Ordinal);
        Assert.NotNull(list.Document.QuerySelector("[data-row]:first-child .bad"));
    }

    [Fact]
    public async Task A_refusal_without_a_reason_keeps_the_page_and_other_areas_find_nothing()
    {
        // Arrange
        var browser = await site.SignedInAsync(Role.Manager);
        var elsewhere = await site.SignedInAsync(Role.Coordinator, TestData.OtherVillage);
        var frontoffice = await site.SignedInAsync(Role.Frontoffice);
        var id = await OpenAsync(await site.LodgeAsync(), DataRequestKind.Withdraw);

        // Act
        var answer = await browser.SubmitAsync(await browser.GetAsync($"/requests/{id}"), "main form", fields: [("Grant", "false")]);

        // Assert
        Assert.Equal(422, answer.Status);
        Assert.NotEmpty(answer.Text("#Answer_error"));
        Assert.Equal(404, (await elsewhere.GetAsync($"/requests/{id}")).Status);
        Assert.Equal(403, (await frontoffice.GetAsync("/requests")).Status);
    }

    [Fact]
    public async Task Complaints_of_which_the_chat_hears_by_a_slip_stand_there_as_what_to_those_who_may_see_them()
    {
        // Arrange
        var browser = await site.SignedInAsync(Role.Coordinator, TestData.Village);
        var filed = await site.LodgeAsync();
        var (heard, elsewhere, sensitive) = (
            await site.LodgeAsync(), await site.LodgeAsync(village: TestData.OtherVillage), await site.LodgeAsync(category: "N8"));
        await site.ChangeAsync(db =>
        {
            db.AddRange(Join(heard, filed), Join(elsewhere, filed));
            return Task.CompletedTask;
        });
        var id = await OpenAsync(filed, DataRequestKind.Access);

        // Act
        var page = await browser.GetAsync($"/requests/{id}");
        await site.AddAsync(Join(sensitive, filed));
        var closed = await browser.GetAsync($"/requests/{id}");

        // Assert
        AssertHtml.IsSound(page);
        Assert.Contains($"{heard.Reference} tetangga", page.Text("main"), StringComparison.Ordinal);
        Assert.DoesNotContain(elsewhere.Reference, page.Body, StringComparison.Ordinal);
        Assert.Equal(404, closed.Status);
    }

    private Representative Join(Complaint complaint, Complaint filed) => new()
    {
        Id = SequentialId.Next(site.Clock.UtcNow),
        ComplaintId = complaint.Id,
        ConversationId = filed.ConversationId,
        Relation = Relation.Neighbour,
        Consent = RepresentativeConsent.Pending,
        RecordedAt = site.Clock.UtcNow,
        RecordedBy = ActorKind.Staff,
        LinkedAt = site.Clock.UtcNow,
    };

    private async Task<Guid> OpenAsync(Complaint complaint, DataRequestKind kind)
    {
        var conversation = (await site.ReadAsync(async db => await db.Conversations.FindAsync(complaint.ConversationId)))!;
        return (await site.Units.RunAsync<OpenRequest, DataRequest>(
            (act, cancel) => act.DoAsync(conversation, new(kind), Provenance.Resident(conversation.Id, "telegram", site.Clock.UtcNow), cancel),
            CancellationToken.None)).Value.Id;
    }
}
