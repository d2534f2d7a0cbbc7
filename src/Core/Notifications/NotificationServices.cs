using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Files;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Proposals;
using SlrtBot.Core.Visits;

namespace SlrtBot.Core.Notifications;

internal static class NotificationServices
{
    /// <exception cref="OptionsException">A setting is wrong.</exception>
    public static IServiceCollection AddNotifications(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<OutboxClaims>();
        services.AddSingleton<Dispatcher>();
        services.AddSingleton(NoticeOptions.Read(configuration));
        services.AddSingleton<NoticeTime>();
        services.AddScoped<NoticeLimits>();
        services.AddScoped<AskWhetherReceived>();
        services.AddScoped<PartnerAnswer>();
        services.AddScoped<TrackingCard>();
        services.AddScoped<IEventHandler<ComplaintMoved>, NotifyOnEvents>();
        services.AddScoped<IEventHandler<ComplaintRecategorised>, TellOfCategory>();
        services.AddScoped<IEventHandler<FileDecided>, TellOfLostFile>();
        services.AddScoped<HearingChats>();
        services.AddScoped<NeutralNews>();
        services.AddScoped<TellOfProposal>();
        services.AddScoped<IEventHandler<ProposalMade>>(s => s.GetRequiredService<TellOfProposal>());
        services.AddScoped<IEventHandler<ProposalMoved>>(s => s.GetRequiredService<TellOfProposal>());
        services.AddScoped<TellOfVisit>();
        services.AddScoped<IEventHandler<VisitPlanned>>(s => s.GetRequiredService<TellOfVisit>());
        services.AddScoped<IEventHandler<VisitRescheduled>>(s => s.GetRequiredService<TellOfVisit>());
        services.AddScoped<IEventHandler<VisitCancelled>>(s => s.GetRequiredService<TellOfVisit>());
        services.AddScoped<IEventHandler<VisitReturned>>(s => s.GetRequiredService<TellOfVisit>());
        services.AddScoped<RemindResident>();
        services.AddScoped<TellOfDelay>();
        services.AddScoped<TendDraft>();
        services.AddScoped<VerifyMessages>();
        return services;
    }
}
