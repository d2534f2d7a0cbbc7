using Microsoft.Extensions.DependencyInjection;

namespace SlrtBot.Core.Conversations;

internal static class ConversationServices
{
    public static IServiceCollection AddConversations(this IServiceCollection services)
    {
        services.AddSingleton<Inbox>();
        services.AddScoped<Outbox>();
        services.AddScoped<ForgetDraft>();
        services.AddScoped<CountTry>();
        return services;
    }
}
