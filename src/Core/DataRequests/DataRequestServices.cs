using Microsoft.Extensions.DependencyInjection;

namespace SlrtBot.Core.DataRequests;

internal static class DataRequestServices
{
    public static IServiceCollection AddDataRequests(this IServiceCollection services)
    {
        services.AddScoped<KeptData>();
        services.AddScoped<DataRequestQueries>();
        services.AddScoped<OpenRequest>();
        services.AddScoped<AnswerRequest>();
        services.AddScoped<EraseConversation>();
        services.AddScoped<StopNotices>();
        return services;
    }
}
