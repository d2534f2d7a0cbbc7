using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace SlrtBot.Core.Sealing;

internal static class SealingServices
{
    public static IServiceCollection AddSealing(this IServiceCollection services, IConfiguration configuration, string dataDirectory)
    {
        services.AddSingleton(s => FieldKeyRing.LoadOrCreate(
            Path.GetFullPath(configuration["Crypto:KeyFile"] ?? "keys/fields.json", dataDirectory),
            s.GetRequiredService<TimeProvider>()));
        services.AddSingleton<FieldCipher>();
        services.AddSingleton<BlindIndex>();
        return services;
    }
}
