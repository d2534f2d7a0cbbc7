using SlrtBot.Core.Areas;

namespace SlrtBot.Core.Staff;

/// <summary>
/// Who is looking: the person, their roles with areas, and what follows from both. Every query that staff see
/// starts from it.
/// </summary>
public sealed record StaffScope(Guid StaffId, string Name, bool ReadsSensitive, IReadOnlyList<(Role Role, string AreaCode)> Roles)
{
    /// <summary>When the person last said the own password in the session at hand, UTC; null outside of one.</summary>
    public DateTime? ConfirmedAt { get; init; }

    /// <param name="day">The service day: roles that have not begun or are over are left out.</param>
    public static StaffScope Of(StaffMember staff, DateOnly day) => new(staff.Id, staff.Name, staff.ReadsSensitive,
        [.. staff.Roles.Where(r => r.HoldsOn(day)).Select(r => (r.Role, r.AreaCode))]);

    /// <summary>
    /// The same with the villages that have ended and whose place the person's own took: what was told there is theirs, as codes
    /// of their own, so that the question stays one of equal codes.
    /// </summary>
    public static StaffScope Of(StaffMember staff, DateOnly day, AreaCatalogue areas)
    {
        var scope = Of(staff, day);
        var taken = scope.Roles.SelectMany(r => areas.PlacesTakenBy(r.AreaCode).Select(code => (r.Role, code))).ToList();
        return taken.Count == 0 ? scope : scope with { Roles = [.. scope.Roles.Union(taken)] };
    }

    /// <summary>The areas in which this person holds the permission, without those that lie inside another.</summary>
    public IReadOnlyList<string> AreasFor(string permission)
    {
        var areas = Roles.Where(r => Permission.OfRole[r.Role].Contains(permission)).Select(r => r.AreaCode).Distinct().ToList();
        return [.. areas.Where(a => !areas.Any(b => b != a && AreaCode.Contains(b, a)))];
    }

    public bool May(string permission) => permission == Permission.ReadSensitive
        ? ReadsSensitive
        : Roles.Any(r => Permission.OfRole[r.Role].Contains(permission))
            || (Permission.OfAboutManagers.Contains(permission) && May(Permission.ReadAboutManagers));

    public bool MayIn(string permission, string areaCode) =>
        Roles.Any(r => Permission.OfRole[r.Role].Contains(permission) && AreaCode.Contains(r.AreaCode, areaCode));
}
