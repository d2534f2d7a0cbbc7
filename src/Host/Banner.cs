using System.Reflection;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using SlrtBot.Core.Backups;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Host.Demo;

namespace SlrtBot.Host;

/// <summary>What the operator reads first: what runs, on what, where its doors are, and what is not yet in order.</summary>
internal static class Banner
{
    private static readonly TimeSpan LongWithoutBackup = TimeSpan.FromDays(2);

    /// <param name="hasStaff">False where nobody could sign in yet.</param>
    public static string Of(WebApplication app, DemoAccounts? demo, bool hasStaff)
    {
        var settings = app.Services.GetRequiredService<HostSettings>();
        var database = app.Services.GetRequiredService<DatabaseOptions>();
        var text = new List<string> { $"SlrtBot {Version} ({app.Environment.EnvironmentName})" };
        Line(text, "Database", database.Provider == DatabaseProvider.Sqlite ? $"SQLite, {database.SqlitePath}" : "PostgreSQL");
        Line(text, "Data", database.DataDirectory);
        Line(text, "Doors", settings.Doors.ToString().Replace("All", "bot, console, jobs", StringComparison.Ordinal).ToLowerInvariant());
        if (settings.Doors.HasFlag(Doors.Bot))
        {
            Line(text, "Channels", string.Join(", ", Channels(app)));
        }

        foreach (var address in settings.PublicUrl is { } url ? [url.ToString()] : Listening(app))
        {
            AddDoors(text, app, settings, address);
        }

        foreach (var address in Listening(app))
        {
            Line(text, "Health", $"{address.TrimEnd('/')}/healthz/ready");
        }

        if (demo is not null)
        {
            Line(text, "Demo", $"{string.Join(", ", demo.UserNames)}; password {demo.Password}");
        }

        foreach (var warning in Warnings(app, settings, hasStaff))
        {
            Line(text, "Warning", warning);
        }

        return string.Join(Environment.NewLine, text);
    }

    private static string Version => typeof(Banner).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!
        .InformationalVersion.Split('+')[0];

    private static IEnumerable<string> Listening(WebApplication app) =>
        app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? [];

    private static void AddDoors(List<string> text, WebApplication app, HostSettings settings, string address)
    {
        if (settings.Doors.HasFlag(Doors.Console))
        {
            Line(text, "Console", address);
        }

        if (settings.Doors.HasFlag(Doors.Bot) && HasWebChat(app))
        {
            Line(text, "Chat", $"{address.TrimEnd('/')}/chat");
        }
    }

    private static bool HasWebChat(WebApplication app) => app.Configuration.GetValue("WebChat:Enabled", true);

    private static IEnumerable<string> Channels(WebApplication app) =>
        app.Services.GetServices<IChannelStatus>().Select(channel => $"{channel.Channel} {Codes.Of(channel.State)}");

    private static IEnumerable<string> Warnings(WebApplication app, HostSettings settings, bool hasStaff)
    {
        if (!hasStaff)
        {
            yield return "Nobody can sign in yet: stop the program and make the first account with the verb staff add (README, \"First start in Production\").";
        }

        if (app.Environment.IsProduction() && settings.PublicUrl is null)
        {
            yield return "Host__PublicUrl is not set: set-up links and posters cannot name the public address, and only this machine and the names in Host__Names are answered.";
        }

        if (app.Environment.IsProduction() && settings.TrustedProxies.Count == 0)
        {
            yield return "Host__TrustedProxies is not set: behind a proxy the console cannot know that it is reached over https, and stays closed.";
        }

        if (app.Environment.IsProduction() && BackupWarning(app) is { } unsaved)
        {
            yield return unsaved;
        }

        if (settings.Doors.HasFlag(Doors.Bot) && string.IsNullOrEmpty(app.Configuration["Telegram:BotToken"]) && string.IsNullOrEmpty(app.Configuration["Telegram:BotToken:File"]))
        {
            yield return "Telegram__BotToken is not set: residents reach the bot on the chat page only.";
        }
    }

    private static string? BackupWarning(WebApplication app)
    {
        if (app.Services.GetRequiredService<BackupOptions>().Passphrase is null)
        {
            return "Backup__Passphrase is not set: no backup is made at night.";
        }

        var now = app.Services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
        return app.Services.GetRequiredService<BackupShelf>().Newest switch
        {
            null => "No backup was ever made: the first is made within a quarter of an hour, or with the verb backup.",
            { } newest when now - newest > LongWithoutBackup => $"The newest backup is {(int)(now - newest).TotalDays} days old: look at the job backup on the page System.",
            _ => null,
        };
    }

    private static void Line(List<string> text, string name, string value) => text.Add($"  {name,-9} {value}");
}
