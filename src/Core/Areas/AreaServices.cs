using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SlrtBot.Core.Kernel;

namespace SlrtBot.Core.Areas;

internal static class AreaServices
{
    /// <exception cref="Kernel.OptionsException">A setting is wrong.</exception>
    public static IServiceCollection AddAreas(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(AreaOptions.Read(configuration));
        services.AddSingleton(new AreaSource(AreaSource.BesideTheProgram));
        services.AddSingleton(Holidays.BuiltIn);
        services.AddSingleton<SettledValues>();
        services.AddSingleton<AreaCatalogue>();
        services.AddSingleton<WorkingCalendar>();
        services.AddSingleton<PrepareAreas>();
        services.AddScoped<ImportAreas>();
        services.AddScoped<ImportPoints>();
        services.AddSingleton<IHostedService, KeepAreas>();
        return services;
    }
}
