using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Complaints.Access;
using SlrtBot.Core.DataRequests;
using SlrtBot.Core.Kernel;

namespace SlrtBot.Core.Proposals;

internal static class ProposalServices
{
    public static IServiceCollection AddProposals(this IServiceCollection services)
    {
        services.AddSingleton<ProposalRules>();
        services.AddScoped<ProposalQueries>();
        services.AddScoped<ApplyProposalMove>();
        services.AddScoped<MakeProposal>();
        services.AddScoped<WithdrawProposal>();
        services.AddScoped<ProposalNews>();
        services.AddScoped<IEventHandler<ProposalMoved>, CarryProposalNews>();
        services.AddScoped<EndProposals>();
        services.AddScoped<IEventHandler<ComplaintMoved>>(s => s.GetRequiredService<EndProposals>());
        services.LieWithComplaint<Proposal>();
        services.AddScoped<ProposalTasks>();
        services.AddScoped<IEventHandler<ProposalMade>>(s => s.GetRequiredService<ProposalTasks>());
        services.AddScoped<IEventHandler<ProposalMoved>>(s => s.GetRequiredService<ProposalTasks>());
        services.AddScoped<IEventHandler<ConversationErased>, EmptyProposals>();
        return services;
    }
}
