using Microsoft.Extensions.DependencyInjection;

namespace SlrtBot.Core.Rights;

internal static class RightsServices
{
    public static IServiceCollection AddRights(this IServiceCollection services)
    {
        services.AddScoped<KeptData>();
        services.AddScoped<RightsQueries>();
        services.AddScoped<OpenRequest>();
        services.AddScoped<AnswerRequest>();
        services.AddScoped<EraseConversation>();
        services.AddScoped<StopNotices>();
        return services;
    }
}
