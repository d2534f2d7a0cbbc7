using SlrtBot.Core.Areas;
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
        var place = new Place(complaint.RegencyCode, complaint.DistrictCode, complaint.VillageCode);
        var usual = Of(complaint.Status, complaint.StatusType, complaint.Concerns, place);
        if (usual is null || complaint.Concerns is not null)
        {
            return usual;
        }

        var held = holder.Where(r => Areas.AreaCode.Contains(r.AreaCode, complaint.VillageCode)).ToList();
        var meant = held.Find(r => r.Role == usual.Role) ?? held.FirstOrDefault();
        return meant is null ? usual : new Desk(meant.Role, meant.AreaCode);
    }

    /// <summary>Of a complaint that nobody has taken on.</summary>
    public static Desk? Of(ComplaintStatus status, StatusType type, Concern? concerns, Place place) => concerns is { } concern
        ? type == StatusType.Open ? Concerns.Desk(concern, place) : null
        : Usual(status, place);

    private static Desk? Usual(ComplaintStatus status, Place place) => status switch
    {
        ComplaintStatus.Received => new(Role.Frontoffice, place.RegencyCode),
        ComplaintStatus.InReview => new(Role.Analyst, place.RegencyCode),
        ComplaintStatus.FieldVerification => new(Role.Facilitator, place.Closest()),
        ComplaintStatus.SupervisorReview => new(Role.Supervisor, place.DistrictCode ?? place.RegencyCode),
        ComplaintStatus.ManagerDecision => new(Role.Manager, place.RegencyCode),
        _ => null,
    };

    /// <summary>
    /// The desks whose work a role does. The village settles what it can first: its people see what the front office has not
    /// received yet.
    /// </summary>
    public static IReadOnlyList<Role> ServedBy(Role role) => role switch
    {
        Role.Backoffice => [Role.Analyst],
        Role.Facilitator or Role.Coordinator => [Role.Facilitator, Role.Frontoffice],
        Role.Overseer => [],
        _ => [role],
    };
}
