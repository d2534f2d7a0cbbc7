using Microsoft.Extensions.DependencyInjection;

namespace SlrtBot.Core.Partners;

internal static class PartnerServices
{
    public static IServiceCollection AddPartners(this IServiceCollection services)
    {
        services.AddScoped<PartnerQueries>();
        services.AddScoped<ImportPartners>();
        return services;
    }
}
