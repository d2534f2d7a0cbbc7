using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.DataRequests;
using SlrtBot.Core.Kernel;

namespace SlrtBot.Core.Meetings;

internal static class MeetingServices
{
    public static IServiceCollection AddMeetings(this IServiceCollection services)
    {
        services.AddScoped<MeetingReach>();
        services.AddScoped<MoveItems>();
        services.AddScoped<MeetingQueries>();
        services.AddScoped<PlanMeeting>();
        services.AddScoped<AddToAgenda>();
        services.AddScoped<TakeOffAgenda>();
        services.AddScoped<InviteGuest>();
        services.AddScoped<RemoveGuest>();
        services.AddScoped<NotePresence>();
        services.AddScoped<DecideItem>();
        services.AddScoped<CloseMeeting>();
        services.AddScoped<CancelMeeting>();
        services.AddScoped<AttachMinutes>();
        services.AddScoped<OpenMinutes>();
        services.AddScoped<LeaveAgenda>();
        services.AddScoped<IEventHandler<ComplaintMoved>>(s => s.GetRequiredService<LeaveAgenda>());
        services.AddScoped<IEventHandler<ComplaintRecategorised>>(s => s.GetRequiredService<LeaveAgenda>());
        services.AddScoped<IEventHandler<StaffRecused>>(s => s.GetRequiredService<LeaveAgenda>());
        services.AddScoped<IEventHandler<ComplaintPlaced>>(s => s.GetRequiredService<LeaveAgenda>());
        services.AddScoped<IEventHandler<ConversationErased>, EmptyMeetings>();
        return services;
    }
}
