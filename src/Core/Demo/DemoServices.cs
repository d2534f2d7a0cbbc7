using Microsoft.Extensions.DependencyInjection;

namespace SlrtBot.Core.Demo;

internal static class DemoServices
{
    public static IServiceCollection AddDemo(this IServiceCollection services)
    {
        services.AddScoped<AddDemoStaff>();
        services.AddScoped<AddDemoPartners>();
        services.AddScoped<AddDemoChecks>();
        services.AddScoped<RecordDemo>();
        services.AddSingleton<FillDemo>();
        services.AddSingleton<DemoRegistryEntries>();
        services.AddSingleton<AddDemoRegistry>();
        services.AddSingleton<PrepareDemo>();
        return services;
    }
}
