using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Core.Registry;

namespace SlrtBot.Core.Vanished;

internal static class VanishedServices
{
    public static IServiceCollection AddVanished(this IServiceCollection services)
    {
        services.AddSingleton<IAfterList, VanishedOfList>();
        services.AddScoped<LookIntoFamily>();
        services.AddScoped<VanishedQueries>();
        return services;
    }
}
