using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Core.Kernel;

namespace SlrtBot.Core.ChannelHealth;

internal static class ChannelHealthServices
{
    public static IServiceCollection AddChannelHealth(this IServiceCollection services)
    {
        services.AddSingleton<ChannelWatch>();
        services.AddScoped<KeepChannelChecks>();
        services.AddScoped<SettleChannelAlarm>();
        services.AddScoped<ChannelHealthQueries>();
        services.AddScoped<IEventHandler<ChannelAlarmRaised>, TellAdministrators>();
        services.AddScoped<IEventHandler<ChannelAlarmEnded>, TellAdministrators>();
        return services;
    }
}
