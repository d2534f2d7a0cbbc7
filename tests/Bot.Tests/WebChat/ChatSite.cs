using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SlrtBot.Bot.Protocol;
using SlrtBot.Bot.Turns;
using SlrtBot.Core;
using SlrtBot.Core.Persistence;
using SlrtBot.TestKit;

namespace SlrtBot.Bot.Tests.WebChat;

/// <summary>The chat page on a real server and a database of its own, with a scripted bot behind it.</summary>
public sealed class ChatSite : IAsyncDisposable
{
    private readonly string? _postgresName;

    private ChatSite(WebApplication app, string directory, string? postgresName)
    {
        App = app;
        Directory = directory;
        _postgresName = postgresName;
        Address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
    }

    public WebApplication App { get; }

    public string Directory { get; }

    public Uri Address { get; }

    public ScriptedBot Bot => App.Services.GetRequiredService<ScriptedBot>();

    public static async Task<ChatSite> OpenAsync(
        DatabaseProvider provider = DatabaseProvider.Sqlite, string environment = "Production", params (string Key, string Value)[] settings)
    {
        var (configured, directory, postgresName) = await TestDatabase.SettingsAsync(provider);
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = environment });
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(configured);
        builder.Configuration.AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value)));
        builder.WebHost.UseKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Services.AddCore(builder.Configuration, directory);
        builder.Services.AddBot(builder.Configuration);
        builder.Services.AddSingleton<ScriptedBot>();
        builder.Services.AddScoped<IBot>(s => s.GetRequiredService<ScriptedBot>());
        builder.Services.AddHostedService(s => s.GetRequiredService<TurnWorker>());
        builder.Services.AddScoped<ChatEventsTests.StaffPen>();
        builder.Services.AddAuthorization();
        var app = builder.Build();
        await app.Services.GetRequiredService<SchemaMigrator>().MigrateAsync(CancellationToken.None);
        app.MapBot();
        await app.StartAsync();
        return new ChatSite(app, directory, postgresName);
    }

    public Browser NewBrowser() => new(Address);

    public async Task<T> ReadAsync<T>(Func<SlrtDbContext, Task<T>> read)
    {
        await using var scope = App.Services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<SlrtDbContext>());
    }

    public async ValueTask DisposeAsync()
    {
        await App.StopAsync();
        await App.DisposeAsync();
        await TestDatabase.RemoveAsync(Directory, _postgresName);
    }
}
