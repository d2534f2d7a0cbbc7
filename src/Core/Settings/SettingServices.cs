using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace SlrtBot.Core.Settings;

internal static class SettingServices
{
    public static IServiceCollection AddSettings(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(configuration.GetSection(OfficeOptions.Section).Get<OfficeOptions>() ?? new OfficeOptions());
        services.AddSingleton<OfficeFacts>();
        services.AddSingleton<LoadSettings>();
        services.AddSingleton<KeepSettings>();
        services.AddSingleton<IHostedService>(provider => provider.GetRequiredService<KeepSettings>());
        services.AddScoped<ChangeSetting>();
        services.AddScoped<SettingQueries>();
        services.AddScoped<SettingLog>();
        services.AddScoped<AddDuty>();
        services.AddScoped<RemoveDuty>();
        services.AddScoped<DutyQueries>();
        return services;
    }
}
