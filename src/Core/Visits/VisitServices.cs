using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Complaints.Access;
using SlrtBot.Core.DataRequests;
using SlrtBot.Core.Kernel;

namespace SlrtBot.Core.Visits;

internal static class VisitServices
{
    public static IServiceCollection AddVisits(this IServiceCollection services)
    {
        services.AddScoped<VisitReach>();
        services.AddScoped<VisitValues>();
        services.AddScoped<VisitQueries>();
        services.AddScoped<ChatVisits>();
        services.AddScoped<PlanVisit>();
        services.AddScoped<RescheduleVisit>();
        services.AddScoped<CancelVisit>();
        services.AddScoped<NoteSection>();
        services.AddScoped<AddVisitPhoto>();
        services.AddScoped<RemoveVisitPhoto>();
        services.AddScoped<SendVisit>();
        services.AddScoped<DecideVisit>();
        services.AddScoped<CloseAfterVisit>();
        services.AddScoped<SayCannot>();
        services.AddScoped<EndVisit>();
        services.AddScoped<IEventHandler<ComplaintMoved>>(s => s.GetRequiredService<EndVisit>());
        services.AddScoped<IEventHandler<ComplaintRecategorised>>(s => s.GetRequiredService<EndVisit>());
        services.LieWithComplaint<Visit>();
        services.AddScoped<VisitTasks>();
        services.AddScoped<IEventHandler<VisitPlanned>>(s => s.GetRequiredService<VisitTasks>());
        services.AddScoped<IEventHandler<VisitRescheduled>>(s => s.GetRequiredService<VisitTasks>());
        services.AddScoped<IEventHandler<ConversationErased>, EmptyVisits>();
        return services;
    }
}
