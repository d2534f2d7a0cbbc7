using SlrtBot.Core.Audit;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Sealing;

namespace SlrtBot.Core.Proposals;

/// <summary>Takes a proposal along one row of its table: status, history, audit and event together. No act moves one past it.</summary>
public sealed class ApplyProposalMove(SlrtDbContext db, FieldCipher cipher, AuditTrail audit, DomainEvents events)
{
    /// <param name="complaint">That it hangs on.</param>
    /// <returns>Refused as <see cref="Workflow{TStatus}.Take"/> refuses.</returns>
    public Outcome<Proposal> Apply(Proposal proposal, Complaint complaint, string verb, Given given)
    {
        var taken = ProposalWorkflow.Table.Take(proposal.Status, verb, given);
        if (!taken.Succeeded)
        {
            return taken.Refusals.ToList();
        }

        var from = proposal.Status;
        proposal.Move(taken.Value);
        var (reason, paper) = (given[ProposalWorkflow.Reason], given.IdOf(ProposalWorkflow.Paper));
        var id = SequentialId.Next(given.By.At);
        db.Add(new ProposalMove
        {
            Id = id,
            ProposalId = proposal.Id,
            FromStatus = from,
            ToStatus = proposal.Status,
            Verb = verb,
            Reason = reason,
            PaperId = paper,
            Words = cipher.SealOptional(given[ProposalWorkflow.Words], ProposalMove.Table, id, "words"),
            ActorKind = given.By.Kind,
            ActorId = given.By.ActorId,
            At = given.By.At,
        });
        audit.Record(given.By, "proposal.moved", "proposal", proposal.Id, new { complaint = complaint.Id, verb, from = Codes.Of(from), to = Codes.Of(proposal.Status), reason, paper });
        events.Raise(new ProposalMoved(ComplaintKey.Of(complaint), proposal.Id, verb, from, proposal.Status, reason, paper, given.By));
        return proposal;
    }
}
