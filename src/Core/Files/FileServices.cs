using Microsoft.Extensions.DependencyInjection;

namespace SlrtBot.Core.Files;

internal static class FileServices
{
    public static IServiceCollection AddFiles(this IServiceCollection services)
    {
        services.AddSingleton<FileStore>();
        services.AddSingleton<FileFetcher>();
        services.AddScoped<KeepFetchedFile>();
        services.AddScoped<AwaitFile>();
        services.AddSingleton<OrphanedFiles>();
        services.AddHostedService<FileEraser>();
        return services;
    }
}
