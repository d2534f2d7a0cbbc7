using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Files;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Phrases;

namespace SlrtBot.Core.Notifications;

/// <summary>
/// Whoever sent a file was told that it came: when it could not be kept after all, they hear it, why, and what to do.
/// Once for all that were sent together.
/// </summary>
public sealed class TellOfLostFile(SlrtDbContext db, Outbox outbox, PhraseBook phrases) : IEventHandler<FileDecided>
{
    public async Task HandleAsync(FileDecided happened, CancellationToken cancellationToken)
    {
        if (happened.Reason is null
            || await db.StoredFiles.FindAsync([happened.FileId], cancellationToken) is not { } file
            || await db.Conversations.FindAsync([happened.ConversationId], cancellationToken) is not { IsInDanger: false } conversation)
        {
            return;
        }

        var key = $"file_lost:{conversation.Id:N}:{Codes.Of(file.Kind)}:{happened.Reason}:{file.CreatedAt:yyyyMMddHHmm}";
        if (await db.OutboundMessages.AnyAsync(m => m.DedupeKey == key, cancellationToken))
        {
            return;
        }

        var words = phrases.Get(
            conversation.Language, $"file_lost.{WhyOf(happened.Reason)}", ("file", phrases.Get(conversation.Language, $"file_lost.{Codes.Of(file.Kind)}")));
        outbox.Enqueue(conversation, new MessageContent(words), OutboundKind.Reply, key, happened.By.At, complaintId: file.ComplaintId);
    }

    /// <summary>What the sender can do about it: make it smaller, choose another kind, or send it again.</summary>
    private static string WhyOf(string reason) => reason switch
    {
        KeepFetchedFile.TooLarge or PictureCleaner.TooManyPixels => "too_large",
        KeepFetchedFile.NotKept or PictureCleaner.Broken => "kind",
        _ => "not_fetched",
    };
}
