using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Complaints.Representatives;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Core.DataRequests;

/// <summary>What is kept about a chat, counted by kind: enough to say it in plain words.</summary>
/// <param name="Joined">Complaints of which it hears, though it did not send them.</param>
public sealed record Kept(
    IReadOnlyList<string> References, int Messages, int Files, bool Name, bool Phone, bool NationalId, bool Address, DateTime? ConsentAt, bool HasUnsettled,
    IReadOnlyList<JoinedComplaint> Joined);

public sealed class KeptData(SlrtDbContext db, JoinedComplaints joins)
{
    private const int Shown = 5;

    public async Task<Kept> OfAsync(Guid conversationId, CancellationToken cancellationToken)
    {
        var complaints = await db.Complaints.AsNoTracking().Where(c => c.ConversationId == conversationId).OrderByDescending(c => c.Id)
            .Select(c => new
            {
                c.Reference,
                c.StatusType,
                Name = c.ReporterName != null,
                Phone = c.Phone != null,
                NationalId = c.NationalId != null,
                Address = c.Address != null || c.Location != null,
            }).ToListAsync(cancellationToken);
        var joined = await joins.OfAsync(db.Complaints, conversationId, cancellationToken);
        return new Kept(
            [.. complaints.Take(Shown).Select(c => c.Reference)],
            await db.InboundMessages.CountAsync(m => m.ConversationId == conversationId && m.Text != null, cancellationToken),
            await db.StoredFiles.CountAsync(f => f.ConversationId == conversationId, cancellationToken),
            complaints.Any(c => c.Name) || joined.Any(j => j.IsNamed), complaints.Any(c => c.Phone), complaints.Any(c => c.NationalId), complaints.Any(c => c.Address),
            await db.Conversations.Where(c => c.Id == conversationId).Select(c => c.ConsentAt).SingleOrDefaultAsync(cancellationToken),
            complaints.Any(c => c.StatusType != StatusType.Settled),
            joined);
    }
}
