using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Console.Tests.Site;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Programmes;
using SlrtBot.Core.Staff;

namespace SlrtBot.Console.Tests.Pages;

[Collection(ConsoleTests.Name)]
public sealed class ProgrammeTests(ConsoleSite site)
{
    [Fact]
    public async Task Staff_read_what_residents_are_told_and_whether_somebody_checked_it()
    {
        // Arrange
        await site.Units.RunAsync<AddProgrammes, int>(
            (act, stop) => act.DoAsync(Provenance.Job("programmes", site.Services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime), stop), CancellationToken.None);
        var browser = await site.SignedInAsync(Role.Frontoffice);

        // Act
        var page = await browser.GetAsync("/programmes");

        // Assert
        Assert.Contains("buku KIA", page.One("#row-PKH").TextContent, StringComparison.Ordinal);
        Assert.Contains("22 November 2026", page.One("#row-PKH").TextContent, StringComparison.Ordinal);
        Assert.Contains("Belum dicocokkan", page.One("#row-BSPS").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_overseer_has_no_business_there()
    {
        // Act
        var page = await (await site.SignedInAsync(Role.Overseer)).GetAsync("/programmes");

        // Assert
        Assert.Equal(403, page.Status);
    }
}
