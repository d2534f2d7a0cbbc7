using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Console.Tests.Site;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Files;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Staff;
using SlrtBot.TestKit;

namespace SlrtBot.Console.Tests.Pages;

[Collection(ConsoleTests.Name)]
public sealed class FileTests(ConsoleSite site)
{
    private static readonly byte[] Pdf = "%PDF-1.4 made up"u8.ToArray();

    [Fact]
    public async Task A_file_is_a_sandboxed_download_under_a_name_of_our_own()
    {
        // Arrange
        var browser = await site.SignedInAsync(Role.Manager);
        var (complaint, file) = await FileAsync(TestData.Village);

        // Act
        var answer = await browser.GetAsync($"/files/{file}");

        // Assert
        Assert.Equal(200, answer.Status);
        Assert.StartsWith("attachment", answer.Header("Content-Disposition"), StringComparison.Ordinal);
        Assert.Contains($"{file:N}.pdf", answer.Header("Content-Disposition"), StringComparison.Ordinal);
        Assert.Equal("sandbox; default-src 'none'", answer.Header("Content-Security-Policy"));
        Assert.Equal("nosniff", answer.Header("X-Content-Type-Options"));
        Assert.Contains("no-store", answer.Header("Cache-Control"), StringComparison.Ordinal);
        Assert.Equal("application/pdf", answer.Response.Content.Headers.ContentType!.MediaType);
        Assert.Contains($"/files/{file}", (await browser.GetAsync($"/complaints/{complaint.Reference}")).Body, StringComparison.Ordinal);
        Assert.Equal(["file.opened"], await site.ReadAsync(db => db.AuditActs.Where(a => a.SubjectId == file).Select(a => a.Verb).ToListAsync()));
    }

    [Fact]
    public async Task A_file_elsewhere_is_as_unknown_as_one_that_never_was()
    {
        // Arrange
        var browser = await site.SignedInAsync(Role.Manager, "32.04.37");
        var (_, file) = await FileAsync(TestData.Village);

        // Act
        var elsewhere = await browser.GetAsync($"/files/{file}");
        var never = await browser.GetAsync($"/files/{SequentialId.Next(site.Clock.UtcNow)}");

        // Assert
        Assert.Equal((404, 404), (elsewhere.Status, never.Status));
    }

    private async Task<(Complaint Complaint, Guid File)> FileAsync(string village)
    {
        var complaint = await site.LodgeAsync(village: village);
        var id = SequentialId.Next(site.Clock.UtcNow);
        await site.Services.GetRequiredService<FileStore>().WriteAsync(id, Pdf, CancellationToken.None);
        await site.AddAsync(new StoredFile
        {
            Id = id,
            ConversationId = complaint.ConversationId!.Value,
            ComplaintId = complaint.Id,
            Kind = FileKind.Document,
            State = FileState.Stored,
            ContentType = "application/pdf",
            Size = Pdf.Length,
            CreatedAt = site.Clock.UtcNow,
        });
        return (complaint, id);
    }
}
