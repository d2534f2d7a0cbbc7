using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Core.Imports;

namespace SlrtBot.Core.Registry;

internal static class RegistryServices
{
    public static IServiceCollection AddRegistry(this IServiceCollection services)
    {
        services.AddSingleton<RegistryKeys>();
        services.AddSingleton<ListImport, RegistryImport>();
        services.AddSingleton<UpdateCycle>();
        services.AddSingleton<DecileCeilings>();
        services.AddScoped<RegistryBook>();
        services.AddScoped<LookUp>();
        services.AddScoped<RegistryQueries>();
        services.AddSingleton<FollowUps>();
        services.AddScoped<EndFollowUp>();
        return services;
    }
}
