using SlrtBot.Core.Complaints;

namespace SlrtBot.Core.Referrals;

/// <param name="Verb">Null when it was just sent.</param>
public sealed record ReferralMoved(ComplaintKey Complaint, Guid ReferralId, string? Verb, ReferralStatus To) : IComplaintEvent;
