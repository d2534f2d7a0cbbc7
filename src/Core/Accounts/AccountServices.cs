using Microsoft.Extensions.DependencyInjection;

namespace SlrtBot.Core.Accounts;

internal static class AccountServices
{
    public static IServiceCollection AddAccounts(this IServiceCollection services)
    {
        services.AddScoped<AccountList>();
        services.AddScoped<AccountQueries>();
        services.AddScoped<WorkInName>();
        services.AddScoped<EmptyDesks>();
        return services;
    }
}
