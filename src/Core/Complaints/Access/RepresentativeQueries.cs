using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Core.Complaints.Access;

/// <summary>A chat that hears of a complaint.</summary>
/// <param name="ReadsAll">False: the status and nothing more.</param>
public sealed record ComplaintChat(Guid ConversationId, bool ReadsAll);

/// <summary>Which chats hear of a complaint, and how much of it they may read.</summary>
public sealed class RepresentativeQueries(SlrtDbContext db)
{
    /// <summary>The chat that filed it comes first.</summary>
    public async Task<IReadOnlyList<ComplaintChat>> ChatsOfAsync(Complaint complaint, CancellationToken cancellationToken)
    {
        var rows = await RowsAsync(complaint.Id, cancellationToken);
        var chats = new List<ComplaintChat>();
        if (complaint.ConversationId is { } filing)
        {
            chats.Add(new ComplaintChat(filing, ReadsAll(complaint, rows, filing)));
        }

        var linked = rows.Where(r => r.ConversationId is not null && r.EndedAt is null).Select(r => r.ConversationId!.Value).Distinct();
        return [.. chats, .. linked.Where(c => c != complaint.ConversationId).Select(c => new ComplaintChat(c, ReadsAll(complaint, rows, c)))];
    }

    /// <param name="chat">One that hears of it.</param>
    public async Task<bool> ReadsAllAsync(Complaint complaint, Guid chat, CancellationToken cancellationToken) =>
        IsOwn(complaint, chat) || ReadsAll(complaint, await RowsAsync(complaint.Id, cancellationToken), chat);

    /// <summary>Whether a chat's word counts for a complaint: it filed it, or may read all of it. Acts ask <see cref="ChatWall"/>.</summary>
    /// <param name="chat">One that hears of it.</param>
    public async Task<bool> SpeaksForAsync(Complaint complaint, Guid chat, CancellationToken cancellationToken) =>
        complaint.ConversationId == chat || await ReadsAllAsync(complaint, chat, cancellationToken);

    private Task<List<Representative>> RowsAsync(Guid complaintId, CancellationToken cancellationToken) =>
        db.Representatives.Where(r => r.ComplaintId == complaintId).OrderBy(r => r.Id).ToListAsync(cancellationToken);

    private static bool ReadsAll(Complaint complaint, List<Representative> rows, Guid chat) =>
        IsOwn(complaint, chat) || rows.Any(r => r.ConversationId == chat && r.ReadsAll);

    /// <summary>The person's own chat, or that of a colleague who filed it at their side.</summary>
    private static bool IsOwn(Complaint complaint, Guid chat) => !complaint.IsRepresented && complaint.ConversationId == chat;
}
