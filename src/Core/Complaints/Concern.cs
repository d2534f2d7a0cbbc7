using SlrtBot.Core.Areas;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Complaints;

/// <summary>
/// Whom of ours a complaint is about, rising; labels <c>concern.{code}</c>. Whoever stands at that level or below does
/// not see it: about a village's office it goes to the supervisor, about a supervisor or the regency's office to the
/// manager, about the manager to the administrator (docs/domain.md, "Complaints about officials").
/// </summary>
public enum Concern
{
    VillageOffice,
    DistrictSupervisor,
    RegencyOffice,
    Manager,
}

public static class Concerns
{
    private const int Village = 1;
    private const int Office = 2;
    private const int Head = 3;
    private const int Outside = 4;

    /// <summary>What somebody with these roles may handle in an area; their own level's never.</summary>
    public static IReadOnlyList<Concern> HandledIn(this StaffScope scope, string areaCode)
    {
        var standing = scope.Roles.Where(r => AreaCode.Contains(r.AreaCode, areaCode)).Select(r => Standing(r.Role, r.AreaCode))
            .DefaultIfEmpty(0).Max();
        return [.. Enum.GetValues<Concern>().Where(c => Needed(c) <= standing)];
    }

    /// <summary>Who handles it when nobody has taken it on.</summary>
    public static Desk Desk(Concern concern, Place place) => concern switch
    {
        Concern.VillageOffice => new(Role.Supervisor, place.DistrictCode ?? place.RegencyCode),
        Concern.Manager => new(Role.Administrator, place.RegencyCode),
        _ => new(Role.Manager, place.RegencyCode),
    };

    /// <summary>
    /// The desks at which the person works: whoever also works where a complaint is about does not see it, however high
    /// they stand elsewhere.
    /// </summary>
    internal static IEnumerable<(Concern Concern, string AreaCode)> OwnDesks(this StaffScope scope) =>
        from role in scope.Roles.Distinct()
        let concern = AreaCode.LevelOf(role.AreaCode) switch
        {
            AreaLevel.Village => Concern.VillageOffice,
            AreaLevel.District when role.Role == Role.Supervisor => Concern.DistrictSupervisor,
            AreaLevel.Regency when role.Role == Role.Manager => Concern.Manager,
            _ => (Concern?)null,
        }
        where concern is not null
        select (concern.Value, role.AreaCode);

    private static int Needed(Concern concern) => concern switch
    {
        Concern.VillageOffice => Office,
        Concern.Manager => Outside,
        _ => Head,
    };

    private static int Standing(Role role, string areaCode) => role switch
    {
        Role.Supervisor => Office,
        Role.Manager => Head,
        Role.Frontoffice or Role.Analyst or Role.Backoffice when AreaCode.LevelOf(areaCode) <= AreaLevel.Regency => Office,
        // Administrators read by a rule of their own, which says nothing about other complaints; the others read none.
        Role.Administrator or Role.Overseer or Role.Province => 0,
        _ => Village,
    };
}
