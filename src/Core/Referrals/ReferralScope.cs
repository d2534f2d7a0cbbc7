using SlrtBot.Core.Complaints.Access;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Referrals;

public static class ReferralScope
{
    /// <summary>
    /// Referrals in the areas where the person may read them, sensitive classes only for those who may, and what concerns
    /// officials only for those above them.
    /// </summary>
    public static IQueryable<Referral> VisibleTo(this IQueryable<Referral> referrals, StaffScope scope) =>
        referrals.Where(Sight.Of(scope, Permission.ReadReferrals).Condition<Referral>());
}
