using SlrtBot.Core.Complaints;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Referrals;

public static class ReferralScope
{
    /// <summary>Referrals in the areas where the person may read them, sensitive classes only for those who may.</summary>
    public static IQueryable<Referral> VisibleTo(this IQueryable<Referral> referrals, StaffScope scope)
    {
        var visible = referrals.Where(ComplaintScope.InAreas<Referral>(scope.AreasFor(Permission.ReadReferrals)));
        return scope.ReadsSensitive ? visible : visible.Where(r => !r.IsSensitive);
    }
}
