using Microsoft.EntityFrameworkCore;
using SlrtBot.Console.Tests.Site;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Complaints.Feedback;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Staff;
using SlrtBot.TestKit;

namespace SlrtBot.Console.Tests.Pages;

/// <summary>What staff see of the resident's own word on the help.</summary>
[Collection(ConsoleTests.Name)]
public sealed class ReceiptTests(ConsoleSite site)
{
    private const string Village = "32.04.05.2005";

    [Fact]
    public async Task Who_says_not_received_stands_in_a_view_of_its_own_and_the_page_says_so()
    {
        // Arrange
        var browser = await site.SignedInAsync(Role.Manager);
        var complaint = await ServedAsync(browser);
        var other = await ServedAsync(browser);
        await DoAsync<ConfirmReceipt>(complaint, (act, by, ct) => act.DoAsync(complaint.Id, Confirmation.NotReceived, by, ct));

        // Act
        var list = await browser.GetAsync($"/queue?view=not_received&district=32.04.05&village={Village}");
        var page = await browser.GetAsync($"/complaints/{complaint.Reference}");

        // Assert
        Assert.Contains(complaint.Reference, list.Body, StringComparison.Ordinal);
        Assert.DoesNotContain(other.Reference, list.Body, StringComparison.Ordinal);
        Assert.Contains("Warga: belum menerima", page.Text("#receipt"), StringComparison.Ordinal);
        Assert.Contains("Dibuka lagi oleh warga", page.Text("#timeline"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rating_and_its_words_stand_on_the_page()
    {
        // Arrange
        var browser = await site.SignedInAsync(Role.Manager);
        var complaint = await ServedAsync(browser);
        await DoAsync<ConfirmReceipt>(complaint, (act, by, ct) => act.DoAsync(complaint.Id, Confirmation.Received, by, ct));
        await DoAsync<RateService>(complaint, (act, by, ct) => act.DoAsync(complaint.Id, 4, by, ct));
        await DoAsync<CommentOnService>(complaint, (act, by, ct) => act.DoAsync(complaint.Id, "<b>Cepat</b> dan ramah", by, ct));

        // Act
        var page = await browser.GetAsync($"/complaints/{complaint.Reference}");

        // Assert
        Assert.Contains("Warga sudah menerima", page.Text("#receipt"), StringComparison.Ordinal);
        Assert.Equal("4 dari 5", page.Text("#rating"));
        Assert.Contains("<b>Cepat</b> dan ramah", page.Text("#timeline"), StringComparison.Ordinal);
        Assert.DoesNotContain("<b>Cepat", page.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Confirmation.Unconfirmed, "unconfirmed", "unasked", "Tanpa kepastian warga")]
    [InlineData(Confirmation.Unasked, "unasked", "unconfirmed", "Warga tidak bisa ditanya")]
    public async Task What_was_closed_without_confirmation_is_listed_apart(Confirmation closed, string view, string other, string told)
    {
        // Arrange
        var browser = await site.SignedInAsync(Role.Manager);
        var complaint = await ServedAsync(browser);
        await site.ChangeAsync(async db =>
        {
            var row = await db.Complaints.SingleAsync(c => c.Id == complaint.Id);
            db.Entry(row).Property(c => c.Confirmation).CurrentValue = closed;
            db.Entry(row).Property(c => c.ConfirmedAt).CurrentValue = site.Clock.UtcNow;
        });

        // Act
        var list = await browser.GetAsync($"/queue?view={view}&district=32.04.05&village={Village}");
        var apart = await browser.GetAsync($"/queue?view={other}&district=32.04.05&village={Village}");
        var sheet = await browser.GetAsync($"/complaints/{complaint.Reference}");

        // Assert
        Assert.Contains(complaint.Reference, list.Body, StringComparison.Ordinal);
        Assert.DoesNotContain(complaint.Reference, apart.Body, StringComparison.Ordinal);
        Assert.Contains(told, sheet.Text("#receipt"), StringComparison.Ordinal);
    }

    private async Task<Complaint> ServedAsync(Browser browser)
    {
        var complaint = await site.LodgeAsync("N3", Village);
        foreach (var (verb, fields) in new[] { ("review", Array.Empty<(string, string)>()), ("serve_directly", [("Message", "Sudah diantar.")]) })
        {
            if (verb != "review")
            {
                await TestData.AnalyseAsync(site.Units, complaint, site.Clock.UtcNow);
            }

            var page = await browser.GetAsync($"/complaints/{complaint.Reference}");
            Assert.Equal(303, (await browser.SubmitAsync(page, $"form:has([value={verb}])", fields: fields)).Status);
        }

        return complaint;
    }

    private async Task DoAsync<TAct>(Complaint complaint, Func<TAct, Provenance, CancellationToken, Task<Outcome<Complaint>>> act)
        where TAct : notnull
    {
        var by = Provenance.Resident(complaint.ConversationId!.Value, "telegram", site.Clock.UtcNow);
        Assert.True((await site.Units.RunAsync<TAct, Complaint>((one, ct) => act(one, by, ct), CancellationToken.None)).Succeeded);
    }
}
