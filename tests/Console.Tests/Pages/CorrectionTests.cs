using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Console.Tests.Site;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Sealing;
using SlrtBot.Core.Staff;
using SlrtBot.TestKit;

namespace SlrtBot.Console.Tests.Pages;

/// <summary>Messages that residents changed after they were sent, as staff read them.</summary>
[Collection(ConsoleTests.Name)]
public sealed class CorrectionTests(ConsoleSite site)
{
    [Fact]
    public async Task A_changed_message_shows_both_versions_on_the_complaint_and_in_the_talk()
    {
        // Arrange
        var browser = await site.SignedInAsync(Role.Frontoffice);
        var complaint = await site.LodgeAsync("N1", TestData.Village);
        var first = await HearAsync(complaint, "datangnya <b>Senin</b>", null);
        await HearAsync(complaint, "datangnya Selasa", first);

        // Act
        var sheet = await browser.GetAsync($"/complaints/{complaint.Reference}");
        var talk = await browser.GetAsync($"/conversations/{complaint.ConversationId}");

        // Assert
        foreach (var page in new[] { sheet, talk })
        {
            AssertHtml.IsSound(page);
            var corrected = page.Text("#thread li:last-of-type");
            Assert.Contains("Diubah warga. Semula:", corrected, StringComparison.Ordinal);
            Assert.Contains("datangnya <b>Senin</b>", corrected, StringComparison.Ordinal);
            Assert.Contains("datangnya Selasa", corrected, StringComparison.Ordinal);
        }
    }

    private async Task<Guid> HearAsync(Complaint complaint, string text, Guid? corrects)
    {
        var id = SequentialId.Next(site.Clock.UtcNow);
        await site.AddAsync(new InboundMessage
        {
            Id = id,
            Channel = "telegram",
            UpdateKey = $"test:{id:N}",
            AddressIndex = new byte[8],
            Payload = null,
            ReceivedAt = site.Clock.UtcNow,
            State = InboundState.Done,
            ConversationId = complaint.ConversationId,
            ComplaintId = complaint.Id,
            CorrectsId = corrects,
            Kind = corrects is null ? InboundKind.Text : InboundKind.Edit,
            Text = site.Services.GetRequiredService<FieldCipher>().Seal(text, new("inbound_message"), id, "text"),
        });
        return id;
    }
}
