using Microsoft.EntityFrameworkCore;
using SlrtBot.Console.Tests.Site;
using SlrtBot.Core.Jobs;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Staff;

namespace SlrtBot.Console.Tests.Pages;

/// <summary>Rows that a scheduled job gave up on, as the system's page shows them.</summary>
[Collection(ConsoleTests.Name)]
public sealed class ParkedRowTests(ConsoleSite site)
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_row_that_a_job_gave_up_on_is_listed_by_job_id_and_error_and_may_be_tried_again(bool fragment)
    {
        // Arrange
        var browser = await site.SignedInAsync(Role.Administrator);
        var (row, id) = await ParkRowAsync();

        // Act
        var system = await browser.GetAsync("/system");
        var answer = await browser.SubmitAsync(system, $"#{id} form[action*='RetryRow']", fragment);
        var twice = await browser.SubmitAsync(system, $"#{id} form[action*='RetryRow']", fragment);

        // Assert
        Assert.Contains("remind", system.Text($"#{id}"), StringComparison.Ordinal);
        Assert.Contains($"{row}", system.Text($"#{id}"), StringComparison.Ordinal);
        Assert.Contains("CryptographicException", system.Text($"#{id}"), StringComparison.Ordinal);
        AssertHtml.IsSound(system);
        Assert.Equal((303, 303), (answer.Status, twice.Status));
        Assert.DoesNotContain(id, (await browser.GetAsync("/system")).Body, StringComparison.Ordinal);
        Assert.Equal(["row.tried_again"], await AuditAsync(row));
    }

    [Fact]
    public async Task An_overseer_sees_such_rows_and_cannot_have_them_tried_again()
    {
        // Arrange
        var browser = await site.SignedInAsync(Role.Overseer);
        var (row, id) = await ParkRowAsync();

        // Act
        var system = await browser.GetAsync("/system");
        var token = system.One("input[name=csrf]").GetAttribute("value")!;
        var forced = await browser.PostAsync($"/system/messages/{row}?handler=RetryRow&job=remind", false, ("csrf", token));

        // Assert
        Assert.NotEmpty(system.Text($"#{id}"));
        Assert.Empty(system.Document.QuerySelectorAll("#rows form"));
        Assert.Equal(403, forced.Status);
        Assert.Equal(1, await site.ReadAsync(db => db.ParkedRows.CountAsync(r => r.RowId == row)));
    }

    private async Task<(Guid Row, string Id)> ParkRowAsync()
    {
        var now = site.Clock.UtcNow;
        var row = SequentialId.Next(now);
        await site.AddAsync(new ParkedRow
        {
            Job = "remind",
            RowId = row,
            FirstFailedAt = now,
            Attempts = 5,
            ErrorCode = "CryptographicException",
            NextTryAt = now,
            ParkedAt = now,
        });
        return (row, $"row-remind-{row:N}");
    }

    private Task<List<string>> AuditAsync(Guid subject, string? verb = null) => site.ReadAsync(db =>
        db.AuditActs.Where(a => a.SubjectId == subject && a.Verb != "access.denied" && (verb == null || a.Verb == verb)).OrderBy(a => a.Id).Select(a => a.Verb).ToListAsync());
}
