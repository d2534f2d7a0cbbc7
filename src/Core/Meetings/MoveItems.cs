using SlrtBot.Core.Complaints;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Proposals;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Meetings;

/// <summary>Proposals go along their own table because of a meeting, which is the paper that they go by.</summary>
public sealed class MoveItems(SlrtDbContext db, ApplyProposalMove moves)
{
    /// <summary>Of the meeting's own desk: who may act where the meeting lies may carry out what it decided, wherever the complaint lies by now.</summary>
    internal static Given Of(VillageMeeting meeting, StaffScope actor, Provenance by) =>
        new Given(by) { May = p => actor.MayIn(p, meeting.VillageCode) }.With(ProposalWorkflow.Paper, $"{meeting.Id}");

    /// <summary>What follows from something else that happened.</summary>
    internal static Given Of(VillageMeeting meeting, Provenance job) => new Given(job).With(ProposalWorkflow.Paper, $"{meeting.Id}");

    /// <returns>Refused as the table refuses, for the first one that does not go.</returns>
    internal async Task<Outcome<Done>> ApplyAsync(
        IReadOnlyCollection<Guid> proposalIds, string verb, Func<Guid, Given> given, CancellationToken cancellationToken)
    {
        foreach (var proposalId in proposalIds)
        {
            if (await ApplyAsync(proposalId, verb, given(proposalId), cancellationToken) is { Succeeded: false } refused)
            {
                return refused.Refusals.ToList();
            }
        }

        return default(Done);
    }

    internal async Task<Outcome<Proposal>> ApplyAsync(Guid proposalId, string verb, Given given, CancellationToken cancellationToken)
    {
        var proposal = await db.Proposals.FindAsync([proposalId], cancellationToken) ?? throw new InvalidOperationException("An item lies on a meeting without its proposal.");
        return moves.Apply(proposal, await ComplaintAsync(proposal, cancellationToken), verb, given);
    }

    internal async Task<Complaint> ComplaintAsync(Proposal proposal, CancellationToken cancellationToken) =>
        await db.Complaints.FindAsync([proposal.ComplaintId], cancellationToken) ?? throw new InvalidOperationException("A proposal lies without its complaint.");
}
