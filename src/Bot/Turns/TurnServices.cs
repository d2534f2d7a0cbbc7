using Microsoft.Extensions.DependencyInjection;

namespace SlrtBot.Bot.Turns;

/// <summary>What takes turns, whoever the bot and whatever the channels are.</summary>
public static class TurnServices
{
    public static IServiceCollection AddTurns(this IServiceCollection services)
    {
        services.AddScoped<IncomingFiles>();
        services.AddScoped<OvertakenMessages>();
        services.AddScoped<TurnReplies>();
        services.AddScoped<TakeTurn>();
        services.AddScoped<EndPause>();
        services.AddSingleton<SpokenLanguage>();
        services.AddSingleton<TurnWorker>();
        services.AddSingleton<TypingSigns>();
        return services;
    }
}
