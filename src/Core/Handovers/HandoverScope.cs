using SlrtBot.Core.Complaints;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Handovers;

/// <summary>Where every query about talks begins: the reader's areas, and sensitive chats only for those who may.</summary>
public static class HandoverScope
{
    public static IQueryable<Handover> VisibleTo(this IQueryable<Handover> handovers, StaffScope scope)
    {
        var visible = handovers.Where(ComplaintScope.InAreas<Handover>(scope.AreasFor(Permission.WriteToResidents)));
        return scope.ReadsSensitive ? visible : visible.Where(h => !h.IsSensitive);
    }
}
