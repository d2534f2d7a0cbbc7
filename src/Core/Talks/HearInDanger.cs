using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Files;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Sealing;

namespace SlrtBot.Core.Talks;

/// <summary>What a person writes in an emergency before an officer is there: it stands in the thread at once.</summary>
public sealed class HearInDanger(SlrtDbContext db, NewTalk talks, FieldCipher cipher, AuditTrail audit, DomainEvents events)
{
    /// <param name="conversation">Tracked.</param>
    /// <param name="message">The message of the turn at hand.</param>
    /// <param name="files">What it brought.</param>
    /// <param name="isAlarm">It was words of an emergency again.</param>
    /// <returns>False where no talk is running any more; what was written is kept with the chat all the same.</returns>
    public async Task<Outcome<bool>> DoAsync(
        Conversation conversation, InboundMessage message, IReadOnlyList<StoredFile> files, bool isAlarm, Provenance by, CancellationToken cancellationToken)
    {
        var talk = await talks.RunningAsync(conversation.Id, cancellationToken);
        foreach (var file in files)
        {
            file.ComplaintId = talk?.ComplaintId;
            file.DraftId ??= talk?.ComplaintId is null ? conversation.DraftId : null;
        }

        if (talk is null)
        {
            return false;
        }

        if (isAlarm)
        {
            talk.Priority = TalkPriority.Emergency;
            talk.AlertedAt = by.At;
        }

        if (talk.Danger is not null && cipher.OpenOptional(message.Text, InboundMessage.Table, message.Id, "text") is { } words)
        {
            talk.AddWords(words, cipher);
        }

        talk.LastActivityAt = by.At;
        message.ComplaintId ??= talk.ComplaintId;
        audit.Record(by, "resident.wrote", "conversation", conversation.Id);
        events.Raise(new TalkChanged(talk.ConversationId, talk.Place(), by));
        if (await db.Complaints.AsNoTracking().SingleOrDefaultAsync(c => c.Id == talk.ComplaintId, cancellationToken) is { } complaint)
        {
            events.Raise(new ResidentWrote(ComplaintKey.Of(complaint), by));
        }

        return true;
    }
}
