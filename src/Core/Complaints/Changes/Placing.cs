using SlrtBot.Core.Areas;
using SlrtBot.Core.Complaints.Access;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Complaints.Changes;

/// <summary>
/// Where staff may put a complaint: deeper into the area in which it lies, as far as they receive complaints there; and from a
/// village that was the wrong one into another of the regency, where they receive those of both.
/// </summary>
public static class Placing
{
    public static bool IsVillageKnown(Complaint complaint) => AreaCode.LevelOf(complaint.VillageCode) == AreaLevel.Village;

    /// <param name="actor">Who is known to see it.</param>
    public static bool Allows(StaffScope actor, Complaint complaint, Area to) =>
        !to.HasEnded
        && to.Code != complaint.VillageCode
        && (IsVillageKnown(complaint)
            ? to.Level == AreaLevel.Village && AreaCode.Contains(complaint.RegencyCode, to.Code)
            : AreaCode.Contains(complaint.VillageCode, to.Code))
        && actor.MayDo(Permission.ReceiveComplaints, complaint)
        && actor.MayDo(Permission.ReceiveComplaints, complaint.Concerns, to.Code);

    /// <returns>By sub-district and name; a sub-district comes before its villages.</returns>
    public static IEnumerable<Area> Choices(StaffScope actor, Complaint complaint, AreaCatalogue areas) =>
        areas.Districts(complaint.RegencyCode).SelectMany(d => areas.Villages(d.Code).Prepend(d)).Where(a => Allows(actor, complaint, a));
}
