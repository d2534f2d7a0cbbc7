using SlrtBot.Core.Areas;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Handovers;

/// <summary>Where every query about talks begins: the reader's areas, and chats of which nothing is kept from them.</summary>
public static class HandoverScope
{
    /// <param name="db">Of the same unit.</param>
    public static IQueryable<Handover> VisibleTo(this IQueryable<Handover> handovers, SlrtDbContext db, StaffScope scope)
    {
        var visible = handovers.InAreas(scope.AreasFor(Permission.WriteToResidents)).InOpenChats(db, scope, Permission.ReadComplaints);
        return scope.ReadsSensitive ? visible : visible.Where(h => !h.IsSensitive);
    }

    /// <summary>Whether this member of staff may see and take the talk: the same rule, for one that need not be stored yet.</summary>
    public static async Task<bool> IsOpenToAsync(this Handover handover, SlrtDbContext db, StaffScope scope, CancellationToken cancellationToken) =>
        (scope.ReadsSensitive || !handover.IsSensitive) && scope.MayIn(Permission.WriteToResidents, handover.Closest())
        && await db.IsChatOpenAsync(handover.ConversationId, scope, Permission.ReadComplaints, cancellationToken);
}
