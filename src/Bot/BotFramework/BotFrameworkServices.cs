using System.Net;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SlrtBot.Bot.Turns;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Files;
using SlrtBot.Core.Notifications;

namespace SlrtBot.Bot.BotFramework;

internal static class BotFrameworkServices
{
    /// <exception cref="Core.Kernel.OptionsException">A setting is missing or wrong.</exception>
    public static IServiceCollection AddBotFramework(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(BotFrameworkOptionsRules.Read(configuration));
        services.AddSingleton<BotFrameworkState>();
        services.AddSingleton<IChannelStatus>(sp => sp.GetRequiredService<BotFrameworkState>());
        services.AddSingleton<GuardedLine>();
        services.AddSingleton(sp => new SigningKeys(
            MakeHttpClient(), sp.GetRequiredService<BotFrameworkOptions>(), sp.GetRequiredService<TimeProvider>()));
        services.AddSingleton(sp => new ConnectorToken(
            MakeHttpClient(), sp.GetRequiredService<BotFrameworkOptions>(), sp.GetRequiredService<BotFrameworkState>(), sp.GetRequiredService<TimeProvider>()));
        services.AddSingleton<ChannelTokens>();
        services.AddSingleton<CallerCheck>();
        services.AddSingleton<ConversationPace>();
        services.AddSingleton<ConnectorClient>();
        services.AddSingleton<ConnectorReplies>();
        services.AddSingleton<ActivityIntake>();
        services.AddScoped<ExpectedReplies>();
        services.AddSingleton<IChannelTranslation, ActivityInbound>();
        services.AddSingleton<IMessenger, BotFrameworkMessenger>();
        services.AddSingleton<IFileSource, BotFrameworkFiles>();
        return services;
    }

    /// <summary>What runs beside the requests: only in a process that opens the bot's door.</summary>
    public static IServiceCollection AddBotFrameworkWork(this IServiceCollection services)
    {
        services.AddHostedService<WatchConnector>();
        return services;
    }

    /// <summary>
    /// For addresses that the operator has set. Made by hand instead of by the client factory, which would log them, and
    /// the form to the token endpoint holds the password; redirects are not followed.
    /// </summary>
    private static HttpClient MakeHttpClient() => new(new SocketsHttpHandler
    {
        ActivityHeadersPropagator = null,
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.All,
        ConnectTimeout = TimeSpan.FromSeconds(5),
        PooledConnectionLifetime = TimeSpan.FromMinutes(10),
        UseCookies = false,
    })
    {
        MaxResponseContentBufferSize = 1024 * 1024,
        Timeout = Timeout.InfiniteTimeSpan,
    };
}

/// <summary>The one client that calls what activities name.</summary>
internal sealed class GuardedLine(BotFrameworkOptions options)
{
    public HttpClient Http { get; } = GuardedHttp.Make(options.AllowedServiceHosts);
}
