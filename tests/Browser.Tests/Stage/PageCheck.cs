using Microsoft.Playwright;

namespace SlrtBot.Browser.Tests.Stage;

/// <summary>Looks at a page as a narrow screen and as a screen reader would: everything found is one line.</summary>
internal static class PageCheck
{
    // What lies inside a box that scrolls or clips by itself widens nothing.
    private const string Wider = """
        () => {
          const width = document.documentElement.clientWidth;
          const boxed = element => {
            for (let box = element.parentElement; box; box = box.parentElement) {
              if (getComputedStyle(box).overflowX !== 'visible') return true;
            }
            return false;
          };
          const found = [...document.body.querySelectorAll('*')].filter(element => {
            const right = element.getBoundingClientRect().right;
            return right > width + 1 && !boxed(element);
          }).map(element => `${element.tagName.toLowerCase()}.${element.className} ends at ${Math.round(element.getBoundingClientRect().right)}`);
          return document.documentElement.scrollWidth > width ? ['the page scrolls sideways', ...found] : found;
        }
        """;

    private const string Violations = """
        async () => (await axe.run(document, { resultTypes: ['violations'] })).violations
          .filter(v => v.impact === 'serious' || v.impact === 'critical')
          .flatMap(v => v.nodes.map(n => `${v.impact} ${v.id}: ${n.target.join(' ')}`))
        """;

    private static readonly string Axe = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "axe.min.js"));

    /// <summary>Elements wider than the window, and serious or critical violations of accessibility rules.</summary>
    public static async Task<IReadOnlyList<string>> FindAsync(IPage page, string name)
    {
        var wider = await page.EvaluateAsync<string[]>(Wider);
        await page.EvaluateAsync($"{Axe};0");
        var violations = await page.EvaluateAsync<string[]>(Violations);
        return [.. wider.Concat(violations).Select(found => $"{name} at {page.ViewportSize!.Width}: {found}")];
    }
}
