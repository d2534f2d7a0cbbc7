using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Sealing;

namespace SlrtBot.Core.Files;

/// <param name="ContentType">A stranger's word.</param>
public sealed record SentFile(Guid ConversationId, string? ContentType);

/// <summary>A file that a message brought: its row, in the save of the turn. The bytes follow, or lie in the store already.</summary>
public sealed class AwaitFile(SlrtDbContext db, FieldCipher cipher)
{
    /// <summary>It is still at the channel, and is fetched in the background.</summary>
    /// <param name="channelFileId">By which the channel gives it.</param>
    /// <param name="name">As the person named it.</param>
    /// <param name="now">UTC.</param>
    public StoredFile FromChannel(SentFile sent, string channelFileId, string? name, DateTime now)
    {
        var id = SequentialId.Next(now);
        return Add(new StoredFile
        {
            Id = id,
            ConversationId = sent.ConversationId,
            Kind = KindOf(sent.ContentType),
            State = FileState.Pending,
            Name = cipher.SealOptional(name, StoredFile.Table, id, "name"),
            ChannelFileId = cipher.Seal(channelFileId, StoredFile.Table, id, "channel_file_id"),
            ContentType = TypeIn(sent.ContentType),
            NotBefore = now,
            CreatedAt = now,
        });
    }

    /// <summary>The door has put it into the store before the turn.</summary>
    /// <param name="id">That it has there.</param>
    /// <param name="size">Bytes.</param>
    /// <param name="now">UTC.</param>
    public StoredFile FromStore(SentFile sent, Guid id, long size, byte[]? sha256, DateTime now) => Add(new StoredFile
    {
        Id = id,
        ConversationId = sent.ConversationId,
        Kind = KindOf(sent.ContentType),
        State = FileState.Stored,
        ContentType = TypeIn(sent.ContentType),
        Size = size,
        Sha256 = sha256,
        CreatedAt = now,
    });

    private StoredFile Add(StoredFile file)
    {
        db.Add(file);
        return file;
    }

    /// <summary>Kept in the open: only what can be a media type, which is no place for anybody's words.</summary>
    private static string? TypeIn(string? given) =>
        given is { Length: <= 100 } && given.All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '.' or '+' or '-') ? given : null;

    private static FileKind KindOf(string? contentType) => contentType switch
    {
        not null when contentType.StartsWith("image/", StringComparison.Ordinal) => FileKind.Photo,
        not null when contentType.StartsWith("audio/", StringComparison.Ordinal) => FileKind.Voice,
        _ => FileKind.Document,
    };
}
