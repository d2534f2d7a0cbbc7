using SlrtBot.Bot.Protocol;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Files;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Bot.Turns;

/// <summary>
/// Files that a message brought. A channel that keeps them itself gives an address and they are fetched later, in the
/// background; the web chat has stored its own before the turn and gives the row's id.
/// </summary>
public sealed class IncomingFiles(SlrtDbContext db, FieldCipher cipher)
{
    /// <summary>Scheme of a file that is already in the store: <c>stored:{id}</c>.</summary>
    public const string StoredScheme = "stored:";

    public IReadOnlyList<StoredFile> Receive(Activity activity, Conversation conversation, DateTime now) =>
        [.. activity.ReadFiles().Select(f => Receive(f, conversation, now)).OfType<StoredFile>()];

    private StoredFile? Receive(Attachment file, Conversation conversation, DateTime now)
    {
        if (file.ContentUrl!.StartsWith(StoredScheme, StringComparison.Ordinal))
        {
            return Guid.TryParse(file.ContentUrl.AsSpan(StoredScheme.Length), out var stored) ? db.StoredFiles.Find(stored) : null;
        }

        var id = SequentialId.Next(now);
        var row = new StoredFile
        {
            Id = id,
            ConversationId = conversation.Id,
            Kind = KindOf(file.ContentType),
            State = FileState.Pending,
            Name = cipher.SealOptional(file.Name, "stored_file", id, "name"),
            ChannelFileId = cipher.Seal(file.ContentUrl, "stored_file", id, "channel_file_id"),
            ContentType = file.ContentType,
            NotBefore = now,
            CreatedAt = now,
        };
        db.Add(row);
        return row;
    }

    private static FileKind KindOf(string? contentType) => contentType switch
    {
        not null when contentType.StartsWith("image/", StringComparison.Ordinal) => FileKind.Photo,
        not null when contentType.StartsWith("audio/", StringComparison.Ordinal) => FileKind.Voice,
        _ => FileKind.Document,
    };
}
