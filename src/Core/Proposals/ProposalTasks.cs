using SlrtBot.Core.Areas;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Registry;
using SlrtBot.Core.Staff;
using SlrtBot.Core.Tasks;

namespace SlrtBot.Core.Proposals;

/// <summary>A proposal that runs waits for the village, for the regency, or for the ministry: one task, by the days of the month's clock.</summary>
public sealed class ProposalTasks(SlrtDbContext db, UpdateCycle clock, WorkingCalendar calendar, AreaCatalogue areas) : IEventHandler<ProposalMade>, IEventHandler<ProposalMoved>
{
    /// <summary>Working days after which somebody asks the ministry: its data come once a quarter.</summary>
    private const int AnswerDays = 66;

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
        if (WaitOf(proposal, LocalDay.Of(by.At, areas.ZoneOf(proposal.VillageCode))) is not var (kind, desk, due))
        {
            if (task is not null)
            {
                db.Remove(task);
            }

            return;
        }

        if (task is null)
        {
            db.Add(task = WorkTask.For(proposal.Id, kind, complaint, due, by.At));
        }

        task.WaitFor(kind, desk, null, due, by.At);
        task.AskedBy = proposal.ProposedBy;
    }

    private (TaskKind Kind, Role Desk, DateOnly Due)? WaitOf(Proposal proposal, DateOnly today)
    {
        var cycle = clock.Of(proposal.Cycle);
        // What was put off, or came back late, goes by the next month's days.
        cycle = today > cycle.MeetUntil && proposal.Status != ProposalStatus.Agreed ? clock.For(today) : cycle;
        return proposal.Status switch
        {
            ProposalStatus.Collected or ProposalStatus.OnAgenda => (TaskKind.Deliberate, Role.Coordinator, cycle.MeetUntil),
            ProposalStatus.Agreed => (TaskKind.PassOn, Role.Analyst, cycle.ApproveUntil),
            ProposalStatus.Sent => (TaskKind.DataAnswer, Role.Analyst, calendar.AddWorkingDays(today, AnswerDays, proposal.VillageCode)),
            _ => null,
        };
    }
}
