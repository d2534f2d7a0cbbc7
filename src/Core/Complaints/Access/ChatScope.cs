using SlrtBot.Core.Persistence;

namespace SlrtBot.Core.Complaints.Access;

/// <summary>Where every query that residents cause begins: the complaints of their chat, filed there or joined by a slip.</summary>
public static class ChatScope
{
    /// <param name="db">Of the same unit.</param>
    /// <param name="chat">Nobody's where null.</param>
    public static IQueryable<Complaint> InChat(this IQueryable<Complaint> complaints, SlrtDbContext db, Guid? chat) =>
        complaints.Where(c => chat != null && (c.ConversationId == chat
            || db.Representatives.Any(r => r.ComplaintId == c.Id && r.ConversationId == chat && r.LinkedAt != null && r.EndedAt == null)));
}
