using SlrtBot.Console.Tests.Site;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Complaints.Lodging;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Staff;
using SlrtBot.TestKit;

namespace SlrtBot.Console.Tests.Pages;

/// <summary>Complaints about officials, as the console's pages keep them from those officials.</summary>
[Collection(ConsoleTests.Name)]
public sealed class OfficialTests(ConsoleSite site)
{
    [Fact]
    public async Task The_supervisor_sees_a_complaint_about_the_village_and_the_village_does_not()
    {
        // Arrange
        var complaint = await LodgeAsync(Concern.VillageOffice);
        var village = await site.SignedInAsync(Role.Coordinator, TestData.Village, readsSensitive: true);
        var supervisor = await site.SignedInAsync(Role.Supervisor, "32.04.44", readsSensitive: true);

        // Act
        var page = await supervisor.GetAsync($"/complaints/{complaint.Reference}");

        // Assert
        Assert.Contains("Petugas desa", page.Text("dl.facts"), StringComparison.Ordinal);
        Assert.Contains("Pak Contoh", page.Text("dl.facts"), StringComparison.Ordinal);
        Assert.Equal(404, (await village.GetAsync($"/complaints/{complaint.Reference}")).Status);
        Assert.DoesNotContain(complaint.Reference, (await village.GetAsync("/queue?view=all&category=P5")).Body, StringComparison.Ordinal);
        Assert.Equal(200, (await village.GetAsync($"/queue?reference={complaint.Reference}")).Status);
    }

    [Fact]
    public async Task The_administrator_works_on_a_complaint_about_the_manager_and_sees_no_other()
    {
        // Arrange
        var complaint = await LodgeAsync(Concern.Manager);
        var other = await site.LodgeAsync("P5");
        var manager = await site.SignedInAsync(Role.Manager, readsSensitive: true);
        var administrator = await site.SignedInAsync(Role.Administrator);

        // Act
        var page = await administrator.GetAsync($"/complaints/{complaint.Reference}");
        var moved = await administrator.SubmitAsync(page, "form:has([value=review])");
        var queue = await administrator.GetAsync("/queue?view=all&category=P5");

        // Assert
        Assert.Equal(303, moved.Status);
        Assert.Contains(complaint.Reference, queue.Body, StringComparison.Ordinal);
        Assert.DoesNotContain(other.Reference, queue.Body, StringComparison.Ordinal);
        Assert.Equal(404, (await administrator.GetAsync($"/complaints/{other.Reference}")).Status);
        Assert.Equal(404, (await manager.GetAsync($"/complaints/{complaint.Reference}")).Status);
    }

    private async Task<Complaint> LodgeAsync(Concern concern)
    {
        var conversation = await site.ConversationAsync();
        var input = TestData.Story(conversation.Id, "P5") with
        {
            DraftId = SequentialId.Next(site.Clock.UtcNow),
            Concerns = concern,
            OfficialName = "Pak Contoh",
        };
        var by = Provenance.Resident(conversation.Id, input.Channel, site.Clock.UtcNow);
        return (await site.Units.RunAsync<LodgeComplaint, Complaint>((act, ct) => act.DoAsync(input, by, ct), CancellationToken.None)).Value;
    }
}
