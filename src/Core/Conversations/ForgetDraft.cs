using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Files;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Sealing;

namespace SlrtBot.Core.Conversations;

/// <summary>
/// What a resident told and did not send is gone: the draft, its files, and the words and payloads of the
/// messages since the last complaint. That messages came and when stays, as the channels' keys need it.
/// </summary>
public sealed class ForgetDraft(SlrtDbContext db, FieldCipher cipher, DomainEvents events, AuditTrail audit)
{
    private const int MostMessages = 500;

    /// <param name="conversation">Tracked.</param>
    public async Task<Outcome<Done>> DoAsync(Conversation conversation, Provenance by, CancellationToken cancellationToken)
    {
        var newest = await db.InboundMessages.Where(m => m.ConversationId == conversation.Id)
            .OrderByDescending(m => m.Id).Take(MostMessages).ToListAsync(cancellationToken);
        // What waits for the choice of a complaint belongs to that, not to the draft.
        var kept = KeptMessages.Of(conversation, cipher).Messages;
        foreach (var message in newest.TakeWhile(m => m.ComplaintId is null).Where(m => !kept.Contains(m.Id)))
        {
            message.Payload = null;
            message.Text = null;
        }

        if (conversation.DraftId is { } draft)
        {
            var files = await db.StoredFiles.Where(f => f.DraftId == draft && f.ComplaintId == null).ToListAsync(cancellationToken);
            db.RemoveRange(files);
            if (files.Count > 0)
            {
                events.Raise(new FilesForgotten([.. files.Select(f => f.Id)]));
            }
        }

        conversation.Draft = null;
        conversation.DraftId = null;
        conversation.Prompt = null;
        conversation.DraftDueAt = null;
        conversation.DraftNudgedAt = null;
        conversation.Collected = null;
        conversation.Held = null;
        conversation.CollectUntil = null;
        audit.Record(by, "draft.forgotten", "conversation", conversation.Id);
        return default(Done);
    }
}
