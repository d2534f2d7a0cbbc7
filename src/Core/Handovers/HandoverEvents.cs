using SlrtBot.Core.Complaints;
using SlrtBot.Core.Kernel;

namespace SlrtBot.Core.Handovers;

/// <param name="Verb">Null when it was just sent.</param>
public sealed record HandoverMoved(ComplaintKey Complaint, Guid HandoverId, string? Verb, HandoverStatus To, Provenance By) : IComplaintEvent, IDomainEvent;
