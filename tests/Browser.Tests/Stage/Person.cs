using System.Collections.Concurrent;
using Microsoft.Playwright;
using Xunit;

namespace SlrtBot.Browser.Tests.Stage;

/// <summary>Somebody in front of one browser window, and what the browser complained of meanwhile.</summary>
internal sealed class Person : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly ConcurrentQueue<string> _complaints = [];

    public Person(IBrowserContext context, IPage page)
    {
        _context = context;
        Page = page;
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                _complaints.Enqueue($"{message.Type}: {message.Text} at {page.Url}");
            }
        };
        page.PageError += (_, error) => _complaints.Enqueue($"page error: {error} at {page.Url}");
    }

    public IPage Page { get; }

    /// <summary>No violation of the content policy, no error of a script, no request that failed.</summary>
    public void AssertNothingWentWrong(params string[] expected) =>
        Assert.Equal([], _complaints.Where(c => !expected.Any(e => c.Contains(e, StringComparison.Ordinal))));

    /// <summary>Phones are shared: the pages leave nothing in the browser's stores.</summary>
    public async Task AssertNothingStoredAsync() =>
        Assert.Equal(0, await Page.EvaluateAsync<int>("() => localStorage.length + sessionStorage.length"));

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();
}
