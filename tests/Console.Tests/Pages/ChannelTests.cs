using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Console.Tests.Site;
using SlrtBot.Core.ChannelHealth;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Staff;

namespace SlrtBot.Console.Tests.Pages;

/// <summary>Whether residents can reach us, for those who look after it.</summary>
[Collection(ConsoleTests.Name)]
public sealed class ChannelTests(ConsoleSite site)
{
    [Fact]
    public async Task A_webhook_that_points_elsewhere_stands_at_the_top_until_it_is_well_again()
    {
        // Arrange
        var administrator = await site.SignedInAsync(Role.Administrator);
        var frontoffice = await site.SignedInAsync(Role.Frontoffice);
        await SeeAsync(ChannelState.Conflict, new ChannelFacts("https://elsewhere.example/hook", "https://slrt.example/webhooks/telegram", 7, null, null));

        // Act
        var home = await administrator.GetAsync("/");
        var page = await administrator.GetAsync("/system/channels");
        var desk = await frontoffice.GetAsync("/");
        await SeeAsync(ChannelState.Working, ChannelFacts.None);
        var after = await administrator.GetAsync("/");

        // Assert
        Assert.Contains("alamat atau program lain", home.Text(".note.bad"), StringComparison.Ordinal);
        var panel = page.Text("#channel-telegram");
        Assert.Contains("https://elsewhere.example/hook", panel, StringComparison.Ordinal);
        Assert.Contains("Seharusnya https://slrt.example/webhooks/telegram", panel, StringComparison.Ordinal);
        Assert.Contains("diterima", panel, StringComparison.Ordinal);
        Assert.All([home, page], AssertHtml.IsSound);
        Assert.All([desk, after], p => Assert.Null(p.Document.QuerySelector(".note.bad")));
    }

    private async Task SeeAsync(ChannelState state, ChannelFacts facts)
    {
        var now = site.Clock.UtcNow;
        await site.Services.GetRequiredService<UnitOfWork>().RunAsync<KeepChannelChecks, int>(
            (act, cancel) => act.DoAsync([new ChannelReading(Channels.Telegram, state, now, facts, ChannelCounts.None)], Provenance.Job("watch-channels", now), cancel), CancellationToken.None);
        await site.Services.GetRequiredService<WatchChannelsJob>().RunAsync(CancellationToken.None);
    }
}
