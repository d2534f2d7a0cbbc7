namespace SlrtBot.Core.Staff;

/// <summary>
/// Who is looking: the person, their roles with areas, and what follows from both. Every query that staff see
/// starts from it.
/// </summary>
public sealed record StaffScope(Guid StaffId, string Name, bool ReadsSensitive, IReadOnlyList<(Role Role, string AreaCode)> Roles)
{
    /// <summary>The areas in which this person holds the permission, without those that lie inside another.</summary>
    public IReadOnlyList<string> AreasFor(string permission)
    {
        var areas = Roles.Where(r => Permission.OfRole[r.Role].Contains(permission)).Select(r => r.AreaCode).Distinct().ToList();
        return [.. areas.Where(a => !areas.Any(b => b != a && Inside(a, b)))];
    }

    public bool May(string permission) => permission == Permission.ReadSensitive
        ? ReadsSensitive
        : Roles.Any(r => Permission.OfRole[r.Role].Contains(permission));

    public bool MayIn(string permission, string areaCode) =>
        Roles.Any(r => Permission.OfRole[r.Role].Contains(permission) && Inside(areaCode, r.AreaCode));

    /// <summary>Kemendagri codes nest by prefix: 32.04.37.2001 lies inside 32.04.37, 32.04 and 32.</summary>
    private static bool Inside(string code, string area) =>
        code == area || (code.Length > area.Length && code.StartsWith(area, StringComparison.Ordinal) && code[area.Length] == '.');
}
