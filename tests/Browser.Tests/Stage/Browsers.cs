using Microsoft.Playwright;
using SlrtBot.Core.Persistence;
using Xunit;

namespace SlrtBot.Browser.Tests.Stage;

/// <summary>One browser for all tests, and one running program for each database that a test asks for.</summary>
public sealed class Browsers : IAsyncLifetime
{
    private readonly Dictionary<DatabaseProvider, RunningProgram> _programs = [];
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        foreach (var program in _programs.Values)
        {
            await program.DisposeAsync();
        }
    }

    /// <summary>A person with a browser of their own: nothing is shared with others.</summary>
    internal async Task<Person> NewcomerAsync(DatabaseProvider provider, int width, bool script = true) =>
        await NewcomerAsync(await ProgramAsync(provider), width, script);

    /// <summary>The same, before a program that the test has started.</summary>
    internal async Task<Person> NewcomerAsync(RunningProgram program, int width, bool script = true)
    {
        var browser = await BrowserAsync();
        var context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = program.Address,
            ViewportSize = new ViewportSize { Width = width, Height = width < 600 ? 640 : 900 },
            Locale = "id-ID",
            TimezoneId = "Asia/Jakarta",
            JavaScriptEnabled = script,
            ReducedMotion = ReducedMotion.Reduce,
            HasTouch = width < 600,
        });
        context.SetDefaultTimeout(15_000);
        return new Person(context, await context.NewPageAsync());
    }

    private async Task<RunningProgram> ProgramAsync(DatabaseProvider provider)
    {
        if (!_programs.TryGetValue(provider, out var program))
        {
            _programs[provider] = program = await RunningProgram.StartAsync(provider);
        }

        return program;
    }

    private async Task<IBrowser> BrowserAsync()
    {
        Assertions.SetDefaultExpectTimeout(15_000);
        _playwright ??= await Playwright.CreateAsync();
        return _browser ??= await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Chromium.Path,
            Args = Chromium.Flags,
        });
    }
}

/// <summary>All browser tests: one after the other, since they share the machine's patience.</summary>
[CollectionDefinition(Name)]
public sealed class BrowserCollection : ICollectionFixture<Browsers>
{
    public const string Name = "Browser";
}
