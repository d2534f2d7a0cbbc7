using SlrtBot.Core.Complaints;
using SlrtBot.Core.Kernel;

namespace SlrtBot.Core.Proposals;

public sealed record ProposalMade(ComplaintKey Complaint, Guid ProposalId, Provenance By) : IComplaintEvent, IDomainEvent;

/// <param name="PaperId">The meeting or batch by which it went.</param>
public sealed record ProposalMoved(
    ComplaintKey Complaint, Guid ProposalId, string Verb, ProposalStatus From, ProposalStatus To, string? Reason, Guid? PaperId, Provenance By) : IComplaintEvent, IDomainEvent;
