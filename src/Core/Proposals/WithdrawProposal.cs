using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Complaints.Access;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Proposals;

/// <param name="Version">The version that the staff member saw.</param>
/// <param name="Reason">A code of <see cref="ProposalReasons.Withdrawing"/>.</param>
public sealed record WithdrawProposalInput(Guid ProposalId, int Version, string? Reason, string? Words);

/// <summary>Takes a proposal back as long as no paper has left the village with it, or the ministry has not got it yet.</summary>
public sealed class WithdrawProposal(SlrtDbContext db, ApplyProposalMove moves)
{
    /// <returns>Refused with <c>stale</c>, and with <c>no_such_move</c> where it lies on an agenda, is sent or has ended.</returns>
    public async Task<Outcome<Proposal>> DoAsync(WithdrawProposalInput input, StaffScope actor, Provenance by, CancellationToken cancellationToken)
    {
        if (await db.Proposals.VisibleTo(actor).SingleOrDefaultAsync(p => p.Id == input.ProposalId, cancellationToken) is not { } proposal)
        {
            return Refusal.NotFound();
        }

        var complaint = await db.Complaints.SingleAsync(c => c.Id == proposal.ComplaintId, cancellationToken);
        if (!actor.MayDo(Permission.AnalyseComplaints, complaint))
        {
            return Refusal.Forbidden();
        }

        if (proposal.Status == ProposalStatus.Withdrawn)
        {
            return proposal;
        }

        if (proposal.Version != input.Version)
        {
            return Refusal.Conflict("stale");
        }

        List<Refusal> problems = [];
        if (!ProposalReasons.Withdrawing.Contains(input.Reason))
        {
            problems.Add(new Refusal("required", ProposalWorkflow.Reason));
        }

        if (input.Words?.Length > ProposalField.LongestText)
        {
            problems.Add(new Refusal("too_long", ProposalWorkflow.Words));
        }

        if (problems.Count > 0)
        {
            return problems;
        }

        var given = new Given(by) { May = p => actor.MayDo(p, complaint) }.With(ProposalWorkflow.Reason, input.Reason).With(ProposalWorkflow.Words, input.Words);
        return moves.Apply(proposal, complaint, ProposalWorkflow.Withdraw, given);
    }
}
