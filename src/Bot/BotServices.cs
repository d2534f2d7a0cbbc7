using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Bot.BotFramework;
using SlrtBot.Bot.Engine;
using SlrtBot.Bot.Posters;
using SlrtBot.Bot.Telegram;
using SlrtBot.Bot.Turns;
using SlrtBot.Bot.WebChat;
using SlrtBot.Core.ChannelHealth;
using SlrtBot.Core.Files;
using SlrtBot.Core.Notifications;
using SlrtBot.Core.Phrases;

namespace SlrtBot.Bot;

/// <summary>The only registration door of Bot.</summary>
public static class BotServices
{
    /// <exception cref="Core.Kernel.OptionsException">A setting is missing or wrong.</exception>
    public static IServiceCollection AddBot(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(new PhraseAssembly(typeof(BotServices).Assembly));
        services.AddTurns();
        services.AddDialogs(configuration.GetSection(PaceOptions.Section).Get<PaceOptions>() ?? new PaceOptions());
        services.AddTelegram(configuration);
        services.AddBotFramework(configuration);
        services.AddWebChat(configuration);
        services.AddScoped<ComponentHtml>();
        services.AddScoped<DrawPoster>();
        return services;
    }

    /// <summary>What takes turns and talks to channels: only in a process that opens the bot's door.</summary>
    public static IServiceCollection AddBotWork(this IServiceCollection services)
    {
        services.AddHostedService<LearnAtStart>();
        services.AddHostedService(sp => sp.GetRequiredService<TurnWorker>());
        services.AddHostedService(sp => sp.GetRequiredService<TypingSigns>());
        services.AddHostedService(sp => sp.GetRequiredService<Dispatcher>());
        services.AddHostedService(sp => sp.GetRequiredService<ChannelWatch>());
        services.AddHostedService(sp => sp.GetRequiredService<FileFetcher>());
        services.AddTelegramWork();
        services.AddBotFrameworkWork();
        return services;
    }
}
