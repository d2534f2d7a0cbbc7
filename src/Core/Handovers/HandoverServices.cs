using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Complaints.Access;
using SlrtBot.Core.Complaints.Queue;
using SlrtBot.Core.DataRequests;
using SlrtBot.Core.Kernel;

namespace SlrtBot.Core.Handovers;

internal static class HandoverServices
{
    /// <exception cref="OptionsException">A setting is wrong.</exception>
    public static IServiceCollection AddHandovers(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(HandoverOptions.Read(configuration));
        services.AddScoped<DeskStaff>();
        services.AddScoped<HandoverQueries>();
        services.AddScoped<SendHandover>();
        services.AddScoped<MoveHandover>();
        services.AddScoped<HandOnComplaint>();
        services.AddScoped<AnswerHandover>();
        services.AddScoped<AnswerByLink>();
        services.AddScoped<NoteLinkOpened>();
        services.AddScoped<RenewLink>();
        services.AddScoped<ReadHandover>();
        services.AddScoped<LapseHandover>();
        services.AddScoped<RaiseToAbove>();
        services.AddScoped<EndHandover>();
        services.AddScoped<IEventHandler<ComplaintMoved>>(s => s.GetRequiredService<EndHandover>());
        services.LieWithComplaint<Handover>();
        services.AddScoped<IEventHandler<ComplaintBecameOverdue>>(s => s.GetRequiredService<RaiseToAbove>());
        services.AddScoped<IEventHandler<ComplaintRaised>>(s => s.GetRequiredService<RaiseToAbove>());
        services.AddScoped<IEventHandler<StaffRecused>>(s => s.GetRequiredService<RaiseToAbove>());
        services.AddScoped<IEventHandler<ConversationErased>, EmptyHandovers>();
        return services;
    }
}
