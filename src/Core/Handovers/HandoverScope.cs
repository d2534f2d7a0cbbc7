using SlrtBot.Core.Complaints;
using SlrtBot.Core.Complaints.Access;
using SlrtBot.Core.Staff;
using SlrtBot.Core.Tasks;

namespace SlrtBot.Core.Handovers;

public static class HandoverScope
{
    /// <summary>
    /// Hand-overs of complaints that the person may see; a province, which sees no complaints, sees what was handed to it.
    /// </summary>
    public static IQueryable<Handover> VisibleTo(this IQueryable<Handover> handovers, StaffScope scope)
    {
        var seen = handovers.Where(Sight.Of(scope, Permission.HandleTasks).Condition<Handover>());
        return scope.ReadsComplaints() ? seen : seen.Where(h => h.ToDesk == HandoverDesk.Province);
    }

    /// <summary>Whether the person works at the desk that it was handed to.</summary>
    public static bool Receives(this StaffScope scope, Handover handover) =>
        handover.ToDesk.RoleOf() is { } role && scope.ServesDesk(role, handover);

    /// <summary>Whether the person works at the desk that sent it, or decides for the regency.</summary>
    public static bool Sends(this StaffScope scope, HandoverDesk from, Complaint complaint) =>
        scope.MayDo(Permission.DecideComplaints, complaint) || (from.RoleOf() is { } role && scope.ServesDesk(role, complaint));

    private static bool ReadsComplaints(this StaffScope scope) => scope.May(Permission.ReadComplaints);
}
