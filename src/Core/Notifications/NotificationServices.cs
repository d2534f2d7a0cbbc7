using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Kernel;

namespace SlrtBot.Core.Notifications;

internal static class NotificationServices
{
    public static IServiceCollection AddNotifications(this IServiceCollection services)
    {
        services.AddSingleton<OutboxClaims>();
        services.AddSingleton<Dispatcher>();
        services.AddSingleton<NoticeTime>();
        services.AddScoped<IEventHandler<ComplaintMoved>, NotifyOnEvents>();
        services.AddScoped<RemindResident>();
        services.AddScoped<VerifyMessages>();
        return services;
    }
}
