using Microsoft.Extensions.DependencyInjection;

namespace SlrtBot.Core.Programmes;

internal static class ProgrammeServices
{
    public static IServiceCollection AddProgrammes(this IServiceCollection services)
    {
        services.AddScoped<ProgrammeQueries>();
        services.AddScoped<AddProgrammes>();
        services.AddSingleton<ProgrammeNames>();
        return services;
    }
}
