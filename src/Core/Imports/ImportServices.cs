using Microsoft.Extensions.DependencyInjection;

namespace SlrtBot.Core.Imports;

internal static class ImportServices
{
    public static IServiceCollection AddImports(this IServiceCollection services)
    {
        services.AddSingleton<ImportFiles>();
        services.AddSingleton<TakeList>();
        services.AddSingleton<ImportKinds>();
        services.AddScoped<ReachImport>();
        services.AddScoped<SameList>();
        services.AddScoped<StartImport>();
        services.AddScoped<CheckImport>();
        services.AddScoped<StoreImport>();
        services.AddScoped<EndImport>();
        services.AddScoped<EndImportStep>();
        services.AddScoped<ImportQueries>();
        return services;
    }
}
