using Microsoft.Extensions.DependencyInjection;

namespace SlrtBot.Core.Operations;

internal static class OperationsServices
{
    public static IServiceCollection AddOperations(this IServiceCollection services)
    {
        services.AddScoped<SystemState>();
        services.AddScoped<TroubledMessages>();
        services.AddScoped<RevealParked>();
        services.AddScoped<RecordDenial>();
        return services;
    }
}
