using Microsoft.Extensions.DependencyInjection;

namespace SlrtBot.Core.Understanding;

internal static class UnderstandingServices
{
    public static IServiceCollection AddUnderstanding(this IServiceCollection services)
    {
        services.AddSingleton(new Understander());
        return services;
    }
}
