using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SlrtBot.Core;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Persistence;
using SlrtBot.TestKit;

namespace SlrtBot.Bot.Tests;

/// <summary>The bot's doors on a real database and a real port. What works behind them by itself is for the channel's host to say.</summary>
internal abstract class BotHost(TestClock clock, Dictionary<string, string?> settings, string directory, string? postgresName) : IAsyncDisposable
{
    private WebApplication _app = null!;

    public TestClock Clock => clock;

    public IServiceProvider Services => _app.Services;

    /// <summary>Posts to the bot's own address.</summary>
    public HttpClient Http { get; private set; } = null!;

    public async Task<T> ReadAsync<T>(Func<SlrtDbContext, Task<T>> read)
    {
        await using var scope = Services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<SlrtDbContext>());
    }

    public Task<List<InboundMessage>> InboxAsync() => ReadAsync(db => db.InboundMessages.AsNoTracking().OrderBy(m => m.Id).ToListAsync());

    public Task<List<OutboundMessage>> OutboxAsync() => ReadAsync(db => db.OutboundMessages.AsNoTracking().OrderBy(m => m.Id).ToListAsync());

    public async ValueTask DisposeAsync()
    {
        await EndChannelAsync();
        await CloseAsync();
        await TestDatabase.RemoveAsync(directory, postgresName);
    }

    protected abstract void Add(IServiceCollection services);

    protected abstract ValueTask EndChannelAsync();

    protected async Task OpenAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(settings);
        builder.WebHost.UseSetting(WebHostDefaults.ServerUrlsKey, "http://127.0.0.1:0");
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.Services.AddCore(builder.Configuration, directory);
        builder.Services.AddBot(builder.Configuration);
        Add(builder.Services);
        _app = builder.Build();
        _app.MapBot();
        await Services.GetRequiredService<SchemaMigrator>().MigrateAsync(CancellationToken.None);
        await _app.StartAsync();
        var address = Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        Http = new HttpClient { BaseAddress = new Uri(address) };
    }

    protected async Task CloseAsync()
    {
        Http.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
