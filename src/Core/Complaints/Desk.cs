using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Complaints;

/// <summary>Whose turn it is inside SLRT: a role, and the office it works in.</summary>
/// <param name="AreaCode">Of the office: a village's, a sub-district's or the regency's.</param>
public sealed record Desk(Role Role, string AreaCode)
{
    /// <param name="holder">Roles of the colleague who has taken the complaint on; none where nobody has.</param>
    /// <returns>Null where nobody of ours has to act.</returns>
    public static Desk? Of(Complaint complaint, IReadOnlyCollection<StaffRole> holder)
    {
        if (complaint.Concerns is { } concern)
        {
            return complaint.StatusType == StatusType.Open ? Concerns.Desk(concern, complaint) : null;
        }

        if (Usual(complaint) is not { } usual)
        {
            return null;
        }

        var held = holder.Where(r => Areas.AreaCode.Contains(r.AreaCode, complaint.VillageCode)).ToList();
        var meant = held.Find(r => r.Role == usual.Role) ?? held.FirstOrDefault();
        return meant is null ? usual : new Desk(meant.Role, meant.AreaCode);
    }

    private static Desk? Usual(Complaint complaint) => complaint.Status switch
    {
        ComplaintStatus.Received => new(Role.Frontoffice, complaint.RegencyCode),
        ComplaintStatus.InReview => new(Role.Analyst, complaint.RegencyCode),
        ComplaintStatus.FieldVerification => new(Role.Facilitator, complaint.VillageCode),
        ComplaintStatus.SupervisorReview => new(Role.Supervisor, complaint.DistrictCode),
        ComplaintStatus.ManagerDecision => new(Role.Manager, complaint.RegencyCode),
        _ => null,
    };
}
