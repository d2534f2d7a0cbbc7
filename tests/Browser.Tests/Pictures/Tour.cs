using SlrtBot.Browser.Tests.Stage;
using static Microsoft.Playwright.Assertions;

namespace SlrtBot.Browser.Tests.Pictures;

/// <summary>The way of one complaint, with a look at every page that it passes, on a phone and at a desk.</summary>
internal sealed class Tour(Album album)
{
    private static readonly int[] Widths = [360, 1280];

    public async Task RunAsync()
    {
        foreach (var width in Widths)
        {
            await ConsoleAsync(width, await ChatAsync(width));
        }
    }

    /// <returns>The reference of the complaint.</returns>
    private async Task<string> ChatAsync(int width)
    {
        await using var resident = await Resident.OpenAsync(album.NewcomerAsync(width));
        var reference = await resident.LodgeAsync(look: name => album.TakeAsync(resident.Page, $"chat-{name}"));
        await resident.SayAsync("cek");
        await Expect(resident.Page.Locator("#log")).ToContainTextAsync($"Laporan {reference}");
        await album.TakeAsync(resident.Page, "chat-status");
        return reference;
    }

    private async Task ConsoleAsync(int width, string reference)
    {
        await using (var stranger = await album.NewcomerAsync(width))
        {
            await album.TakePageAsync(stranger.Page, "/sign-in", "sign-in");
        }

        await using var staff = await StaffMember.SignInAsync(album.NewcomerAsync(width), "manager");
        await staff.Page.GotoAsync($"/complaints/{reference}");
        await staff.MoveAsync("review");
        await Expect(staff.Status).ToHaveTextAsync("Sedang diperiksa");
        await staff.AnalyseAsync(reference);
        await album.TakePageAsync(staff.Page, "/", "home");
        await album.TakePageAsync(staff.Page, "/queue", "queue");
        await album.TakePageAsync(staff.Page, $"/complaints/{reference}", "complaint");
        await album.TakePageAsync(staff.Page, $"/complaints/{reference}/refer", "refer");
        await staff.ReferAsync();
        var referral = new Uri(staff.Page.Url).AbsolutePath;
        await album.TakePageAsync(staff.Page, referral, "referral");
        await album.TakePageAsync(staff.Page, $"{referral}/letter", "letter");
        foreach (var page in (string[])["partners", "system", "account"])
        {
            await album.TakePageAsync(staff.Page, $"/{page}", page);
        }
    }
}
