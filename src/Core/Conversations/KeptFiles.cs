using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Files;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Core.Conversations;

/// <summary>The files among what waits for the choice of a complaint.</summary>
public sealed class KeptFiles(SlrtDbContext db)
{
    /// <returns>Tracked; those of this chat that belong to nothing yet.</returns>
    public Task<List<StoredFile>> OfAsync(Guid conversationId, KeptMessages kept, CancellationToken cancellationToken)
    {
        var ids = kept.Files.ToArray();
        return db.StoredFiles.Where(f => ids.Contains(f.Id) && f.ConversationId == conversationId && f.ComplaintId == null && f.DraftId == null)
            .ToListAsync(cancellationToken);
    }
}
