using Microsoft.Playwright;
using SlrtBot.Browser.Tests.Stage;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Browser.Tests.Pictures;

/// <summary>Pictures of pages, small enough to be kept in the repository.</summary>
internal sealed class Album(string folder) : IAsyncDisposable
{
    /// <summary>Of a long page the beginning says enough.</summary>
    private const int Highest = 1400;

    private readonly Browsers _browsers = new();

    /// <summary>Somebody with a browser of that width.</summary>
    public Task<Person> NewcomerAsync(int width) => _browsers.NewcomerAsync(DatabaseProvider.Sqlite, width);

    /// <summary>What the window shows now, as <c>name-width.png</c>.</summary>
    public Task TakeAsync(IPage page, string name) => KeepAsync(page, name);

    /// <summary>The page from its beginning, in a window as high as the page: what sticks to the edge stays there.</summary>
    public async Task TakePageAsync(IPage page, string path, string name)
    {
        await page.GotoAsync(path);
        var (width, usual) = (page.ViewportSize!.Width, page.ViewportSize.Height);
        var height = await page.EvaluateAsync<int>("() => document.documentElement.scrollHeight");
        await page.SetViewportSizeAsync(width, Math.Clamp(height, usual, Highest));
        await KeepAsync(page, name);
        await page.SetViewportSizeAsync(width, usual);
    }

    public async ValueTask DisposeAsync() => await _browsers.DisposeAsync();

    private async Task KeepAsync(IPage page, string name)
    {
        var png = await page.ScreenshotAsync(new PageScreenshotOptions
        {
            Animations = ScreenshotAnimations.Disabled,
            Caret = ScreenshotCaret.Hide,
        });
        Directory.CreateDirectory(folder);
        await File.WriteAllBytesAsync(Path.Combine(folder, $"{name}-{page.ViewportSize!.Width}.png"), PalettePng.Of(png));
    }
}
