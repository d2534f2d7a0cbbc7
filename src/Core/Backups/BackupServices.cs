using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace SlrtBot.Core.Backups;

internal static class BackupServices
{
    public static IServiceCollection AddBackups(this IServiceCollection services, IConfiguration configuration, string dataDirectory)
    {
        services.AddSingleton(BackupOptions.Read(configuration, dataDirectory));
        services.AddSingleton<WriteBackup>();
        services.AddSingleton<RestoreBackup>();
        services.AddSingleton<BackupShelf>();
        return services;
    }
}
