using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Core.Kernel;

namespace SlrtBot.Core.Handovers;

internal static class HandoverServices
{
    /// <exception cref="OptionsException">A setting is wrong.</exception>
    public static IServiceCollection AddHandovers(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(HandoverOptions.Read(configuration));
        services.AddScoped<NewHandover>();
        services.AddScoped<HandoverQueries>();
        services.AddScoped<RequestOfficer>();
        services.AddScoped<RaiseAlarm>();
        services.AddScoped<AnswerAlarm>();
        services.AddScoped<HearInDanger>();
        services.AddScoped<TakeOver>();
        services.AddScoped<ReplyAsOfficer>();
        services.AddScoped<HearForOfficer>();
        services.AddScoped<EndHandover>();
        services.AddScoped<EndIdleHandover>();
        services.AddScoped<TendWaitingTalk>();
        services.AddScoped<IEventHandler<AlarmRaised>, TellOfficers>();
        services.AddScoped<IEventHandler<HandoverBegun>, AnnounceHandover>();
        services.AddScoped<ResetPin>();
        return services;
    }
}
