using System.Net;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SlrtBot.Bot.Telegram.SetUp;
using SlrtBot.Bot.Turns;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Files;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Notifications;

namespace SlrtBot.Bot.Telegram;

internal static class TelegramServices
{
    /// <exception cref="OptionsException">A setting is missing or wrong.</exception>
    public static IServiceCollection AddTelegram(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(TelegramOptionsRules.Read(configuration));
        services.AddSingleton<TelegramState>();
        services.AddSingleton<IChannelStatus>(sp => sp.GetRequiredService<TelegramState>());
        services.AddSingleton<TelegramThrottle>();
        services.AddSingleton<TelegramClient>();
        services.AddSingleton<SetUpTelegram>();
        services.AddSingleton<IChannelTranslation, TelegramInbound>();
        services.AddSingleton<IMessenger, TelegramMessenger>();
        services.AddSingleton<IFileSource, TelegramFiles>();
        services.AddSingleton<PressAnswers>();
        services.AddSingleton<TelegramIntake>();
        services.AddSingleton(sp => new TelegramTransport(
            MakeHttpClient(),
            sp.GetRequiredService<TelegramOptions>(),
            sp.GetRequiredService<TimeProvider>()));
        return services;
    }

    /// <summary>What runs beside the requests: only in a process that opens the bot's door.</summary>
    public static IServiceCollection AddTelegramWork(this IServiceCollection services)
    {
        services.AddHostedService(sp => sp.GetRequiredService<PressAnswers>());
        services.AddHostedService<TelegramPolling>();
        services.AddHostedService<WatchTelegramWebhook>();
        services.AddHostedService<AskBotName>();
        return services;
    }

    /// <summary>
    /// Made by hand instead of by the client factory, which would log every address, and the address holds the
    /// token. For the same reason there is no trace activity per call, and redirects are not followed.
    /// </summary>
    internal static HttpClient MakeHttpClient() => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        ActivityHeadersPropagator = null,
        AutomaticDecompression = DecompressionMethods.All,
        ConnectTimeout = TimeSpan.FromSeconds(5),
        PooledConnectionIdleTimeout = TimeSpan.FromSeconds(50),
        PooledConnectionLifetime = TimeSpan.FromMinutes(10),
        UseCookies = false,
    })
    {
        MaxResponseContentBufferSize = 32 * 1024 * 1024,
        Timeout = Timeout.InfiniteTimeSpan,
    };
}
