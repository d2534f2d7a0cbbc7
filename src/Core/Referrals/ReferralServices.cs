using Microsoft.Extensions.DependencyInjection;

namespace SlrtBot.Core.Referrals;

internal static class ReferralServices
{
    public static IServiceCollection AddReferrals(this IServiceCollection services)
    {
        services.AddScoped<ReferralQueries>();
        services.AddScoped<PartnerStandings>();
        services.AddScoped<RecordLetter>();
        services.AddScoped<ReferComplaint>();
        services.AddScoped<AnswerReferral>();
        return services;
    }
}
