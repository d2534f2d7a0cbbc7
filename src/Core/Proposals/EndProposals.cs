using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Core.Proposals;

/// <summary>Whoever withdraws a complaint does not want to be proposed either: what no meeting holds is withdrawn with it.</summary>
public sealed class EndProposals(SlrtDbContext db, ApplyProposalMove moves) : IEventHandler<ComplaintMoved>
{
    public async Task HandleAsync(ComplaintMoved happened, CancellationToken cancellationToken)
    {
        if (happened.To != ComplaintStatus.Withdrawn || await db.Complaints.FindAsync([happened.Complaint.Id], cancellationToken) is not { } complaint)
        {
            return;
        }

        var running = await db.Proposals.Where(p => p.ComplaintId == complaint.Id && p.IsRunning).ToListAsync(cancellationToken);
        var given = new Given(Provenance.Job(ProposalReasons.ResidentWithdrew, happened.By.At)).With(ProposalWorkflow.Reason, ProposalReasons.ResidentWithdrew);
        foreach (var proposal in running.Where(p => ProposalWorkflow.Table.Find(p.Status, ProposalWorkflow.Withdraw) is not null))
        {
            moves.Apply(proposal, complaint, ProposalWorkflow.Withdraw, given);
        }
    }
}
