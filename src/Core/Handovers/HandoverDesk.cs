using SlrtBot.Core.Areas;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Handovers;

/// <summary>Where a complaint is handed to or comes from, lowest level first. Stored by code; labels <c>handover.desk.{code}</c>.</summary>
public enum HandoverDesk
{
    /// <summary>Facilitator and Puskesos of the village.</summary>
    Village,

    /// <summary>Supervisor of the sub-district.</summary>
    District,

    /// <summary>Front office of the regency.</summary>
    FrontOffice,

    /// <summary>Review and analysis of the regency.</summary>
    Review,

    /// <summary>The manager of the regency.</summary>
    Manager,

    /// <summary>The province's secretariat: an account, or a link.</summary>
    Province,

    /// <summary>The national secretariat: always a link.</summary>
    Centre,
}

/// <summary>What follows from a desk: whose it is, what a complaint's status is there, and who stands above it.</summary>
public static class HandoverDesks
{
    /// <summary>Those that work in another office and see no complaint but what was handed to them.</summary>
    public static bool IsOutside(this HandoverDesk desk) => desk is HandoverDesk.Province or HandoverDesk.Centre;

    /// <returns>Null for an office without accounts here.</returns>
    public static Role? RoleOf(this HandoverDesk desk) => desk switch
    {
        HandoverDesk.Village => Role.Facilitator,
        HandoverDesk.District => Role.Supervisor,
        HandoverDesk.FrontOffice => Role.Frontoffice,
        HandoverDesk.Review => Role.Analyst,
        HandoverDesk.Manager => Role.Manager,
        HandoverDesk.Province => Role.Province,
        _ => null,
    };

    /// <returns>Null for an office outside: the complaint stays where it was.</returns>
    public static ComplaintStatus? StatusThere(this HandoverDesk desk) => desk switch
    {
        HandoverDesk.Village => ComplaintStatus.FieldVerification,
        HandoverDesk.District => ComplaintStatus.SupervisorReview,
        HandoverDesk.FrontOffice => ComplaintStatus.Received,
        HandoverDesk.Review => ComplaintStatus.InReview,
        HandoverDesk.Manager => ComplaintStatus.ManagerDecision,
        _ => null,
    };

    /// <returns>Null where it lies at none of our desks.</returns>
    public static HandoverDesk? Of(ComplaintStatus status) =>
        Enum.GetValues<HandoverDesk>().Where(d => d.StatusThere() == status).Select(d => (HandoverDesk?)d).FirstOrDefault();

    /// <summary>Who is asked next where a desk sleeps, or the resident asks superiors to look.</summary>
    public static HandoverDesk? Above(this HandoverDesk desk) => desk switch
    {
        HandoverDesk.Village => HandoverDesk.District,
        HandoverDesk.District or HandoverDesk.FrontOffice or HandoverDesk.Review => HandoverDesk.Manager,
        HandoverDesk.Manager => HandoverDesk.Province,
        _ => null,
    };

    /// <summary>The office of that desk, for a complaint that lies there; null where its place is not known so closely.</summary>
    public static string? AreaOf(this HandoverDesk desk, Complaint complaint) => desk switch
    {
        HandoverDesk.Village => AreaCode.LevelOf(complaint.VillageCode) == AreaLevel.Village ? complaint.VillageCode : null,
        HandoverDesk.District => AreaCode.LevelOf(complaint.DistrictCode) == AreaLevel.District ? complaint.DistrictCode : null,
        HandoverDesk.Province => AreaCode.ProvinceOf(complaint.RegencyCode),
        HandoverDesk.Centre => null,
        _ => complaint.RegencyCode,
    };
}
