using Microsoft.Extensions.DependencyInjection;

namespace SlrtBot.Core.Villages;

internal static class VillageServices
{
    public static IServiceCollection AddVillages(this IServiceCollection services)
    {
        services.AddScoped<VillageReach>();
        services.AddScoped<VillageRoles>();
        services.AddScoped<VillageLog>();
        services.AddScoped<VillageQueries>();
        services.AddScoped<RenameVillage>();
        services.AddScoped<EndVillage>();
        services.AddScoped<SplitVillage>();
        services.AddScoped<SetVillagePoint>();
        services.AddScoped<TakeBackDecision>();
        return services;
    }
}
