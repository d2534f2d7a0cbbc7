using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace SlrtBot.Browser.Tests.Stage;

/// <summary>Somebody who writes to the bot on the chat page: by buttons and by words.</summary>
internal sealed partial class Resident(Person person) : IAsyncDisposable
{
    private int _read;

    public IPage Page => person.Page;

    public Person Person => person;

    public ILocator LastBubble => Page.Locator("#log .m:not(.own)").Last;

    private ILocator Said => Page.Locator("#log .m:not(.own) .t");

    public static async Task<Resident> OpenAsync(Task<Person> newcomer)
    {
        var resident = new Resident(await newcomer);
        await resident.Page.GotoAsync("/chat");
        return resident;
    }

    public async Task SayAsync(string words)
    {
        await Page.Locator("#text").FillAsync(words);
        await Page.Locator("#go").ClickAsync();
    }

    public Task PressAsync(string label) =>
        Page.Locator("#log form.c button").Filter(new LocatorFilterOptions { HasText = label }).Last.ClickAsync();

    /// <summary>Waits until the bot or a staff member has said it, and it is the latest of theirs.</summary>
    public Task HearAsync(string words) => Expect(LastBubble).ToContainTextAsync(words);

    public Task HearAsync(Regex words) => Expect(LastBubble).ToContainTextAsync(words);

    /// <summary>
    /// Waits for exactly these messages, in whole, beyond those read before: nothing else may have been said. <c>{ref}</c> stands for the
    /// complaint's number.
    /// </summary>
    public async Task ReadAsync(params string[] messages)
    {
        await Expect(Said).ToHaveCountAsync(_read + messages.Length);
        var said = (await Said.AllInnerTextsAsync()).Skip(_read).Select(text => Reference.Replace(text.ReplaceLineEndings("\n"), "{ref}"));
        Assert.Equal(messages, said);
        _read += messages.Length;
    }

    /// <summary>Lodges a complaint through all steps and answers its reference.</summary>
    /// <param name="told">Null for one about rice.</param>
    /// <param name="look">Called at <c>start</c>, <c>menu</c>, <c>middle</c>, <c>village</c>, <c>review</c> and <c>receipt</c>.</param>
    public async Task<string> LodgeAsync(Told? told = null, Func<string, Task>? look = null)
    {
        told ??= new Told();
        look ??= _ => Task.CompletedTask;
        await look("start");
        await PressAsync("Mulai");
        await HearAsync("Silakan pilih");
        await look("menu");
        await PressAsync("Sampaikan keluhan");
        await HearAsync("Apakah Anda setuju?");
        await PressAsync("Setuju, lanjut");
        await HearAsync("Langkah 1 dari 6");
        await PressAsync("Saya sendiri");
        await HearAsync("Langkah 2 dari 6");
        await look("middle");
        await TellAsync(told, look);
        await look("review");
        await PressAsync("Kirim laporan");
        await HearAsync("Laporan terkirim");
        await look("receipt");
        return Reference.Match(await LastBubble.InnerTextAsync()).Value;
    }

    public ValueTask DisposeAsync() => person.DisposeAsync();

    [GeneratedRegex(@"SLRT-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]")]
    private static partial Regex Reference { get; }

    private async Task TellAsync(Told told, Func<string, Task> look)
    {
        await SayAsync(told.Group);
        await HearAsync("Lebih tepatnya yang mana?");
        await SayAsync(told.Category);
        await HearAsync("Langkah 3 dari 6");
        await SayAsync(told.Story);
        await HearAsync("Sudah saya catat.");
        await PressAsync("Selesai bercerita");
        await HearAsync("Langkah 4 dari 6");
        await SayAsync(told.Place);
        if (told.District is not null)
        {
            await HearAsync("Di kecamatan mana?");
            await look("village");
            await PressAsync(told.District);
        }

        await HearAsync("Langkah 5 dari 6");
        await SayAsync("lewati");
        await HearAsync("Langkah 6 dari 6");
        await SayAsync($"{told.Name}, 0812 3456 7890");
        await HearAsync("NIK");
        await SayAsync("lewati");
        await HearAsync("Periksa dulu sebelum dikirim.");
    }
}
