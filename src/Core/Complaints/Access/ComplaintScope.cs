using SlrtBot.Core.Areas;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Complaints.Access;

/// <summary>Where every query that staff see begins: see <see cref="Sight"/>.</summary>
public static class ComplaintScope
{
    /// <summary>
    /// Those with these ids, before anything else is asked of them: beside a regency SQLite would rather read all of it than look up
    /// more than four keys.
    /// </summary>
    public static IQueryable<Complaint> Among(this IQueryable<Complaint> complaints, IReadOnlyCollection<Guid> ids) =>
        complaints.Where(c => ids.Contains(c.Id)).OrderBy(c => c.Id).Take(ids.Count);

    public static IQueryable<Complaint> VisibleTo(this IQueryable<Complaint> complaints, StaffScope scope) =>
        complaints.VisibleTo(scope, Permission.ReadComplaints);

    /// <summary>Complaints where the person holds the permission.</summary>
    public static IQueryable<Complaint> VisibleTo(this IQueryable<Complaint> complaints, StaffScope scope, string permission) =>
        complaints.Where(Sight.Of(scope, permission).Condition<Complaint>());

    /// <summary>Whether the person sees it.</summary>
    public static bool Covers(this StaffScope scope, IDelicate row) => Sight.Of(scope).Includes(row);

    /// <summary>Whether the person may do this with this complaint, which they are known to see.</summary>
    public static bool MayDo(this StaffScope scope, string permission, Complaint complaint) =>
        scope.MayDo(permission, complaint.Concerns, complaint.VillageCode);

    /// <summary>Whether the person may do this there with complaints that are about these.</summary>
    internal static bool MayDo(this StaffScope scope, string permission, Concern? concerns, string areaCode) =>
        scope.MayIn(permission, areaCode)
        || (concerns == Concern.Manager && Sight.AboutManagers.Contains(permission)
            && scope.Administered().Any(a => AreaCode.Contains(a, areaCode)));

    /// <summary>Where the person administers and is not the manager, whom complaints about managers are about.</summary>
    internal static IReadOnlyList<string> Administered(this StaffScope scope)
    {
        var managed = scope.Roles.Where(r => r.Role == Role.Manager).Select(r => r.AreaCode).ToList();
        return [.. scope.AreasFor(Permission.ReadAboutManagers).Where(a => !managed.Any(m => AreaCode.Contains(a, m) || AreaCode.Contains(m, a)))];
    }
}
