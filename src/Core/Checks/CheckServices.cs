using Microsoft.Extensions.DependencyInjection;

namespace SlrtBot.Core.Checks;

internal static class CheckServices
{
    public static IServiceCollection AddChecks(this IServiceCollection services)
    {
        services.AddScoped<Verdicts>();
        services.AddScoped<CheckComplaint>();
        services.AddScoped<DecidePair>();
        services.AddScoped<CheckQueries>();
        return services;
    }
}
