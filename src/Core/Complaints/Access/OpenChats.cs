using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Complaints.Access;

/// <summary>
/// A chat holds all that was told in it, so one delicate complaint that is kept from the reader closes the whole: its thread, its
/// talks, its requests, its parked messages. That is so for the chat that filed it and for those that a slip joined to it, also
/// once they were parted: what they heard stands in them.
/// </summary>
public static class OpenChats
{
    /// <summary>Rows of chats that are open to the reader.</summary>
    /// <param name="db">Of the same unit.</param>
    /// <param name="permission">By which the reader comes: who answers requests need not read complaints.</param>
    public static IQueryable<TRow> InOpenChats<TRow>(this IQueryable<TRow> rows, SlrtDbContext db, StaffScope scope, string permission)
        where TRow : class, IOfChat
    {
        var hidden = db.Complaints.HiddenFrom(scope, permission);
        return rows.Where(row => !hidden.Any(c => c.ConversationId == row.ConversationId)
            && !db.Representatives.Any(r => r.ConversationId == row.ConversationId && r.LinkedAt != null && hidden.Any(c => c.Id == r.ComplaintId)));
    }

    /// <summary>The same of one chat.</summary>
    public static async Task<bool> IsChatOpenAsync(
        this SlrtDbContext db, Guid chat, StaffScope scope, string permission, CancellationToken cancellationToken)
    {
        var hidden = db.Complaints.HiddenFrom(scope, permission);
        return !await hidden.AnyAsync(c => c.ConversationId == chat, cancellationToken)
            && !await db.Representatives.AnyAsync(
                r => r.ConversationId == chat && r.LinkedAt != null && hidden.Any(c => c.Id == r.ComplaintId), cancellationToken);
    }

    /// <summary>What some of those who may read in its area may not.</summary>
    public static IQueryable<Complaint> Delicate(this IQueryable<Complaint> complaints) =>
        complaints.Where(c => c.IsSensitive || c.Concerns != null || c.Recused != null);

    /// <summary>The same of one at hand.</summary>
    public static bool IsDelicate(this IDelicate row) => row.IsSensitive || row.Concerns is not null || row.Recused is not null;

    private static IQueryable<Complaint> HiddenFrom(this IQueryable<Complaint> complaints, StaffScope scope, string permission) =>
        complaints.Delicate().Where(Sight.Of(scope, permission).Hidden<Complaint>());
}
