using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace SlrtBot.Browser.Tests.Stage;

/// <summary>Somebody in an office without an account, who answers a hand-over on the page of its link.</summary>
internal sealed class OutsideOffice(Person person) : IAsyncDisposable
{
    private readonly IPage _page = person.Page;

    public Person Person => person;

    public ILocator Main => _page.Locator("main");

    /// <param name="link">As the sender's page shows it: whole, or without the program's address.</param>
    public static async Task<OutsideOffice> OpenAsync(Task<Person> newcomer, string link)
    {
        var office = new OutsideOffice(await newcomer);
        await office._page.GotoAsync(new Uri(link, UriKind.RelativeOrAbsolute) is { IsAbsoluteUri: true } whole ? whole.PathAndQuery : link);
        return office;
    }

    public async Task AnswerAsync(string verb, string? words = null)
    {
        await _page.Locator("[name=Who]").FillAsync("Rina, analis Sekretariat Nasional");
        if (words is not null)
        {
            await _page.Locator("[name=Words]").FillAsync(words);
        }

        await _page.Locator($"button[value={verb}]").ClickAsync();
        await Expect(_page.Locator("main [role=status].done")).ToBeVisibleAsync();
    }

    public ValueTask DisposeAsync() => person.DisposeAsync();
}
