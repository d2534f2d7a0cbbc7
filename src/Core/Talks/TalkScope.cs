using SlrtBot.Core.Areas;
using SlrtBot.Core.Complaints.Access;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Talks;

/// <summary>Where every query about talks begins: the reader's areas, and chats of which nothing is kept from them.</summary>
public static class TalkScope
{
    /// <param name="db">Of the same unit.</param>
    public static IQueryable<Talk> VisibleTo(this IQueryable<Talk> talks, SlrtDbContext db, StaffScope scope)
    {
        var visible = talks.InAreas(scope.AreasFor(Permission.WriteToResidents)).InOpenChats(db, scope, Permission.ReadComplaints);
        return scope.ReadsSensitive ? visible : visible.Where(t => !t.IsSensitive);
    }

    /// <summary>Whether this member of staff may see and take the talk: the same rule, for one that need not be stored yet.</summary>
    public static async Task<bool> IsOpenToAsync(this Talk talk, SlrtDbContext db, StaffScope scope, CancellationToken cancellationToken) =>
        (scope.ReadsSensitive || !talk.IsSensitive) && scope.MayIn(Permission.WriteToResidents, talk.Closest())
        && await db.IsChatOpenAsync(talk.ConversationId, scope, Permission.ReadComplaints, cancellationToken);
}
