using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.HttpOverrides;
using SlrtBot.Bot;
using SlrtBot.Console;
using SlrtBot.Core;
using SlrtBot.Host.Demo;
using SlrtBot.Host.Metrics;
using SlrtBot.Host.Verbs;

namespace SlrtBot.Host;

/// <summary>Puts the three projects together. Each has one door for its services and one for its addresses.</summary>
internal static class Composition
{
    /// <param name="arguments">Settings as <c>--Key=Value</c>; they win over environment and appsettings.</param>
    /// <exception cref="Core.Kernel.OptionsException">A setting is missing or wrong.</exception>
    /// <param name="doors">Instead of those of the settings: a verb works with all there is.</param>
    public static WebApplication Build(string[] arguments, Doors? doors = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            // Settings are read at start only; to watch their files would be to watch every write in a data directory below. The
            // framework would send the files of the pages uncompressed in Development, in case they change while it runs.
            Args = ["--hostBuilder:reloadConfigOnChange=false", "--ReloadStaticAssetsAtRuntime=false", .. arguments],
            ApplicationName = typeof(Composition).Assembly.GetName().Name,
        });
        var settings = HostSettings.Read(builder.Configuration);
        settings = settings with { Doors = doors ?? settings.Doors };
        builder.Host.UseDefaultServiceProvider(provider => provider.ValidateOnBuild = provider.ValidateScopes = true);
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        if (!Listens(builder.Configuration))
        {
            builder.WebHost.UseUrls(HostSettings.DefaultUrl);
        }

        WebApplication? app = null;
        builder.Logging.AddOurLogging(builder.Environment, () => app?.Lifetime.ApplicationStarted.IsCancellationRequested == true);
        builder.Services.AddSingleton(settings);
        builder.Services.ConfigureHttpClientDefaults(client => client.RemoveAllLoggers());
        builder.Services.Configure<ForwardedHeadersOptions>(options => Trust(options, settings.TrustedProxies));
        if (!builder.Environment.IsDevelopment())
        {
            // The framework's own filter stands before everything else; it lets everybody through unless it is told.
            builder.Services.Configure<HostFilteringOptions>(options => options.AllowedHosts = [.. settings.AnsweredNames]);
        }

        builder.Services.AddCompressedPages();
        builder.Services.AddOurHealthChecks();
        builder.Services.AddMetricsPage(builder.Configuration);
        builder.Services.AddCore(builder.Configuration, builder.Environment.ContentRootPath);
        builder.Services.AddHostedService<VerbDoor>();
        if (settings.Doors.HasFlag(Doors.Bot))
        {
            builder.Services.AddBot(builder.Configuration).AddBotWork();
        }

        if (settings.Doors.HasFlag(Doors.Jobs))
        {
            builder.Services.AddCoreClock();
        }

        if (settings.Doors.HasFlag(Doors.Console))
        {
            builder.Services.AddConsole(builder.Configuration, builder.Environment);
            builder.Services.AddScoped<DemoStaff>();
            builder.Services.AddScoped<DemoStart>();
        }

        return app = builder.Build();
    }

    public static void Map(WebApplication app)
    {
        var settings = app.Services.GetRequiredService<HostSettings>();
        if (settings.TrustedProxies.Count > 0)
        {
            app.UseForwardedHeaders();
        }

        app.UseCompressedPages();
        app.UseMiddleware<RequestScope>();
        app.UseMiddleware<StorageOutage>();
        if (!app.Environment.IsDevelopment())
        {
            app.UseMiddleware<HttpsOnly>();
        }

        if (settings.Doors.HasFlag(Doors.Console))
        {
            app.UseConsole();
        }

        app.MapHealth();
        app.MapMetricsPage();
        if (settings.Doors.HasFlag(Doors.Bot))
        {
            app.MapBot();
        }

        if (settings.Doors.HasFlag(Doors.Console))
        {
            app.MapConsole();
        }
        else
        {
            // The chat page has files as well; the console maps them where it is open.
            app.MapStaticAssets();
        }
    }

    private static bool Listens(ConfigurationManager configuration) =>
        new[] { "urls", "http_ports", "https_ports" }.Any(key => !string.IsNullOrEmpty(configuration[key]))
        || configuration.GetSection("Kestrel:Endpoints").GetChildren().Any();

    /// <summary>Only these peers may say whom they speak for; the framework's own default trusts loopback.</summary>
    private static void Trust(ForwardedHeadersOptions options, IReadOnlyList<System.Net.IPNetwork> proxies)
    {
        options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
        options.ForwardLimit = null;
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var proxy in proxies)
        {
            options.KnownIPNetworks.Add(proxy);
        }
    }
}
