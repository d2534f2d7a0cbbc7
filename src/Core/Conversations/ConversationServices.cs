using Microsoft.Extensions.DependencyInjection;

namespace SlrtBot.Core.Conversations;

internal static class ConversationServices
{
    public static IServiceCollection AddConversations(this IServiceCollection services)
    {
        services.AddSingleton<Inbox>();
        services.AddSingleton<LaneQuery>();
        services.AddScoped<Outbox>();
        services.AddScoped<ForgetDraft>();
        services.AddScoped<CountTry>();
        services.AddScoped<ChooseKeyWord>();
        services.AddScoped<RetryInbound>();
        services.AddScoped<SetAsideInbound>();
        services.AddScoped<TendOutbound>();
        return services;
    }
}
