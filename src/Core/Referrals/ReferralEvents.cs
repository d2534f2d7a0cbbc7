using SlrtBot.Core.Complaints;
using SlrtBot.Core.Kernel;

namespace SlrtBot.Core.Referrals;

/// <param name="Verb">Null when it was just sent.</param>
public sealed record ReferralMoved(ComplaintKey Complaint, Guid ReferralId, string? Verb, ReferralStatus To, Provenance By) : IComplaintEvent, IDomainEvent;
