using Microsoft.Extensions.DependencyInjection;

namespace SlrtBot.Core.SignedLinks;

internal static class SignedLinkServices
{
    public static IServiceCollection AddSignedLinks(this IServiceCollection services)
    {
        services.AddScoped<LinkBook>();
        return services;
    }
}
