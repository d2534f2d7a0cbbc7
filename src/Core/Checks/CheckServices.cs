using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Complaints.Access;
using SlrtBot.Core.DataRequests;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Registry;

namespace SlrtBot.Core.Checks;

internal static class CheckServices
{
    public static IServiceCollection AddChecks(this IServiceCollection services)
    {
        services.AddScoped<Verdicts>();
        services.AddScoped<PersonInLists>();
        services.AddScoped<CheckComplaint>();
        services.AddScoped<DecidePair>();
        services.AddScoped<CheckQueries>();
        services.AddScoped<EarlierChecks>();
        services.AddScoped<RecheckComplaint>();
        services.AddScoped<RecheckReach>();
        services.AddScoped<TellRecheck>();
        services.AddScoped<SetAsideRecheck>();
        services.AddScoped<RecheckDraft>();
        services.AddScoped<RecheckQueries>();
        services.AddSingleton<IAfterList, RechecksOfList>();
        services.AddScoped<IEventHandler<ComplaintMoved>, LapseRechecks>();
        services.AddScoped<IEventHandler<ConversationErased>, EmptyRechecks>();
        services.LieWithComplaint<Recheck>();
        return services;
    }
}
