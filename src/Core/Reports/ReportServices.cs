using Microsoft.Extensions.DependencyInjection;

namespace SlrtBot.Core.Reports;

internal static class ReportServices
{
    public static IServiceCollection AddReports(this IServiceCollection services)
    {
        services.AddScoped<SystemState>();
        services.AddScoped<TroubledMessages>();
        services.AddScoped<RevealParked>();
        services.AddScoped<RecordDenial>();
        return services;
    }
}
