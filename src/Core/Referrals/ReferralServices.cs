using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Complaints.Access;
using SlrtBot.Core.DataRequests;
using SlrtBot.Core.Kernel;

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
        services.AddScoped<IEventHandler<ComplaintMoved>, CatchUpWithPartner>();
        services.LieWithComplaint<Referral>();
        services.AddScoped<IEventHandler<ConversationErased>, EmptyReferrals>();
        return services;
    }
}
