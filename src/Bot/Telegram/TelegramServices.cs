using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SlrtBot.Bot.Telegram.SetUp;
using SlrtBot.Bot.Turns;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Files;
using SlrtBot.Core.Notifications;

namespace SlrtBot.Bot.Telegram;

internal static class TelegramServices
{
    /// <exception cref="Core.Kernel.OptionsException">A setting is missing or wrong.</exception>
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
        services.AddSingleton<QuickAnswers>();
        services.AddSingleton<TelegramIntake>();
        services.AddSingleton(sp => new TelegramTransport(
            TelegramHttp.MakeClient(),
            sp.GetRequiredService<TelegramOptions>(),
            sp.GetRequiredService<TimeProvider>()));
        return services;
    }

    /// <summary>What runs beside the requests: only in a process that opens the bot's door.</summary>
    public static IServiceCollection AddTelegramWork(this IServiceCollection services)
    {
        services.AddHostedService(sp => sp.GetRequiredService<QuickAnswers>());
        services.AddHostedService<TelegramPolling>();
        services.AddHostedService<WatchTelegramWebhook>();
        services.AddHostedService<AskBotName>();
        return services;
    }
}
