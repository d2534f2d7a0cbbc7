using SlrtBot.Core.Areas;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Registry;
using SlrtBot.Core.Staff;
using SlrtBot.Core.Tasks;

namespace SlrtBot.Core.Proposals;

/// <summary>As long as the village has not deliberated about a proposal, that is a task at the village's desk, by the days of the month's clock.</summary>
public sealed class ProposalTasks(SlrtDbContext db, UpdateCycle clock, AreaCatalogue areas) : IEventHandler<ProposalMade>, IEventHandler<ProposalMoved>
{
    public Task HandleAsync(ProposalMade happened, CancellationToken cancellationToken) => FollowAsync(happened.ProposalId, happened.By, cancellationToken);

    public Task HandleAsync(ProposalMoved happened, CancellationToken cancellationToken) => FollowAsync(happened.ProposalId, happened.By, cancellationToken);

    private async Task FollowAsync(Guid proposalId, Provenance by, CancellationToken cancellationToken)
    {
        if (await db.Proposals.FindAsync([proposalId], cancellationToken) is not { } proposal
            || await db.Complaints.FindAsync([proposal.ComplaintId], cancellationToken) is not { } complaint)
        {
            return;
        }

        var task = await db.WorkTasks.FindAsync([proposalId], cancellationToken);
        if (proposal.Status is not (ProposalStatus.Collected or ProposalStatus.OnAgenda))
        {
            if (task is not null)
            {
                db.Remove(task);
            }

            return;
        }

        var due = DueOn(proposal, LocalDay.Of(by.At, areas.ZoneOf(proposal.VillageCode)));
        if (task is null)
        {
            db.Add(task = WorkTask.For(proposal.Id, TaskKind.Deliberate, complaint, due, by.At));
        }

        // Puskesos: whoever works at the village's desk, its coordinator too.
        task.WaitFor(TaskKind.Deliberate, Role.Facilitator, null, due, by.At);
        task.AskedBy = proposal.ProposedBy;
    }

    /// <summary>What was put off, or came back late, goes by the next month's days.</summary>
    private DateOnly DueOn(Proposal proposal, DateOnly today)
    {
        var cycle = clock.Of(proposal.Cycle);
        return today > cycle.MeetUntil ? clock.For(today).MeetUntil : cycle.MeetUntil;
    }
}
