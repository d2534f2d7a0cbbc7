using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Talks;

internal static class TalkServices
{
    /// <exception cref="OptionsException">A setting is wrong.</exception>
    public static IServiceCollection AddTalks(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(TalkOptions.Read(configuration));
        services.AddScoped<NewTalk>();
        services.AddScoped<TalkQueries>();
        services.AddScoped<RequestOfficer>();
        services.AddScoped<RaiseAlarm>();
        services.AddScoped<AnswerAlarm>();
        services.AddScoped<NoteWhereabouts>();
        services.AddScoped<OfficersOnCall>();
        services.AddScoped<TellOfReach>();
        services.AddScoped<KeepAlarm>();
        services.AddScoped<ForgetAlarm>();
        services.AddScoped<HearInDanger>();
        services.AddScoped<TakeOver>();
        services.AddScoped<ReplyAsOfficer>();
        services.AddScoped<HearForOfficer>();
        services.AddScoped<EndTalk>();
        services.AddScoped<EndIdleTalk>();
        services.AddScoped<TendWaitingTalk>();
        services.AddScoped<IEventHandler<AlarmRaised>, TellOfficers>();
        services.AddScoped<IEventHandler<TalkBegun>, AnnounceTalk>();
        services.AddScoped<IEventHandler<StaffMemberDeactivated>, HandBackTalks>();
        services.AddScoped<ResetPin>();
        return services;
    }
}
