using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Complaints.Access;
using SlrtBot.Core.Complaints.Lodging;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Files;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Sealing;

namespace SlrtBot.Core.Complaints.Changes;

/// <param name="Original">As it was first.</param>
/// <param name="Complaint">In whose thread staff read both; null where there is none yet.</param>
/// <param name="Before">The words that it took the place of.</param>
public sealed record Correction(InboundMessage Original, Complaint? Complaint, string Before);

/// <summary>
/// A resident changed a message in the chat. Both versions stay, staff read them beside each other, and nothing is done
/// a second time because of it.
/// </summary>
public sealed class CorrectMessage(SlrtDbContext db, ChatWall wall, FieldCipher cipher, BlindIndex blind, AuditTrail audit, DomainEvents events)
{
    /// <param name="conversation">Whose it is.</param>
    /// <param name="correction">The message of the turn at hand.</param>
    /// <param name="messageId">The channel's id, which the first version had as well.</param>
    /// <param name="text">The new words; empty where there are none.</param>
    /// <param name="files">What took the place of a picture or paper of before, tracked: that one stays as well.</param>
    /// <param name="numbers">16-digit numbers that were in them, which have them masked.</param>
    /// <returns>Refused with <c>same_words</c> where nothing is new, or as not found where the first version was never heard or is forgotten.</returns>
    public async Task<Outcome<Correction>> DoAsync(
        Conversation conversation, InboundMessage correction, string messageId, string text, IReadOnlyList<StoredFile> files,
        IReadOnlyList<string> numbers, Provenance by, CancellationToken cancellationToken)
    {
        var kept = ChannelMessageId.Of(blind, messageId);
        var versions = await db.InboundMessages
            .Where(m => m.ConversationId == conversation.Id && m.ChannelMessageId == kept && m.Id != correction.Id && (m.Text != null || m.Payload != null))
            .OrderBy(m => m.Id).ToListAsync(cancellationToken);
        if (versions is not [{ CorrectsId: null } original, ..])
        {
            return Refusal.NotFound();
        }

        var spoken = versions.FindLast(m => m.Text is not null);
        var before = spoken is null ? "" : cipher.Open(spoken.Text!, InboundMessage.Table, spoken.Id, "text");
        if (before == text && files.Count == 0)
        {
            return Refusal.Conflict("same_words");
        }

        correction.CorrectsId = original.Id;
        var complaint = await OfAsync(conversation, original, by, cancellationToken);
        if (complaint is not null)
        {
            correction.ComplaintId = complaint.Id;
            complaint.KeepNumbers(numbers, cipher);
            foreach (var file in files)
            {
                file.ComplaintId ??= complaint.Id;
            }

            audit.Record(by, "resident.corrected", "complaint", complaint.Id, files.Count == 0 ? null : new { files = files.Select(f => f.Id) });
            events.Raise(new ResidentWrote(ComplaintKey.Of(complaint), by));
        }

        return new Correction(original, complaint, before);
    }

    /// <summary>The one that it was taken for; else the first that was sent after it, whose story it was told for.</summary>
    private async Task<Complaint?> OfAsync(
        Conversation conversation, InboundMessage original, Provenance by, CancellationToken cancellationToken)
    {
        if (original.ComplaintId is { } taken)
        {
            // A chat that was parted since, or lost its consent, adds nothing any more: the words stay in its own thread.
            var spoken = await wall.SpokenForAsync(taken, by, cancellationToken);
            return spoken.Succeeded ? spoken.Value : null;
        }

        return KeptMessages.Of(conversation, cipher).Messages.Contains(original.Id)
            ? null
            : await db.Complaints.Where(c => c.ConversationId == conversation.Id && c.Id.CompareTo(original.Id) > 0)
                .OrderBy(c => c.Id).FirstOrDefaultAsync(cancellationToken);
    }
}
