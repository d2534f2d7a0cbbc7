using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core;

/// <summary>The only registration door of Core.</summary>
public static class CoreServices
{
    /// <param name="contentRoot">What relative paths in settings are relative to.</param>
    /// <exception cref="Kernel.OptionsException">A setting is missing or wrong.</exception>
    public static IServiceCollection AddCore(this IServiceCollection services, IConfiguration configuration, string contentRoot)
    {
        var database = PersistenceServices.Read(configuration, contentRoot);
        services.AddPersistence(database);
        services.AddScoped<AuditTrail>();
        services.AddAreas(configuration);
        services.AddStaff();
        return services;
    }
}
