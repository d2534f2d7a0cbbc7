using SlrtBot.Bot.Protocol;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Files;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Bot.Turns;

/// <summary>
/// Files that a message brought. A channel that keeps them itself gives an address and they are fetched later, in the
/// background; the web chat has put its own into the file store before the turn and gives the id they have there.
/// </summary>
public sealed class IncomingFiles(
    SlrtDbContext db, FieldCipher cipher, EarlierVersions versions, IEnumerable<IChannelTranslation> translations)
{
    /// <summary>Scheme of a file that is already in the store: <c>stored:{id}</c>.</summary>
    public const string StoredScheme = "stored:";

    public async Task<IReadOnlyList<StoredFile>> ReceiveAsync(
        Activity activity, Conversation conversation, DateTime now, CancellationToken cancellationToken)
    {
        var files = activity.ReadFiles().ToList();
        var known = files.Count > 0 && activity is { Id: { } id } && activity.IsEdit() ? await KnownAsync(conversation, id, cancellationToken) : [];
        return [.. files.Where(f => !known.Contains(IdentityOf(f))).Select(f => Receive(f, conversation, now)).OfType<StoredFile>()];
    }

    /// <summary>A message that is changed brings all that it holds again, also where only its words are others.</summary>
    private async Task<HashSet<string>> KnownAsync(Conversation conversation, string messageId, CancellationToken cancellationToken)
    {
        var translation = translations.Single(t => t.Channel == conversation.Channel);
        var payloads = await versions.PayloadsAsync(conversation.Id, messageId, cancellationToken);
        return [.. payloads.SelectMany(payload => translation.ToActivity(payload).ReadFiles()).Select(IdentityOf)];
    }

    /// <summary>Addresses may change from one delivery to the next.</summary>
    private static string IdentityOf(Attachment file) => file.ContentAs<MediaFacts>()?.UniqueId ?? file.ContentUrl!;

    private StoredFile? Receive(Attachment file, Conversation conversation, DateTime now)
    {
        if (file.ContentUrl!.StartsWith(StoredScheme, StringComparison.Ordinal))
        {
            // From any other channel the address is a stranger's word, and would open somebody else's file.
            return conversation.Channel == Core.Conversations.Channels.WebChat && Guid.TryParse(file.ContentUrl.AsSpan(StoredScheme.Length), out var stored)
                ? Add(stored, file, conversation, now)
                : null;
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
            ContentType = TypeIn(file.ContentType),
            NotBefore = now,
            CreatedAt = now,
        };
        db.Add(row);
        return row;
    }

    private StoredFile Add(Guid id, Attachment file, Conversation conversation, DateTime now)
    {
        var facts = file.ContentAs<MediaFacts>();
        var row = new StoredFile
        {
            Id = id,
            ConversationId = conversation.Id,
            Kind = KindOf(file.ContentType),
            State = FileState.Stored,
            ContentType = TypeIn(file.ContentType),
            Size = facts?.Bytes ?? 0,
            Sha256 = facts?.UniqueId is { } hash ? Convert.FromHexString(hash) : null,
            CreatedAt = now,
        };
        db.Add(row);
        return row;
    }

    /// <summary>A stranger's word, kept in the open: only what can be a media type, which is no place for anybody's words.</summary>
    private static string? TypeIn(string? given) =>
        given is { Length: <= 100 } && given.All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '.' or '+' or '-') ? given : null;

    private static FileKind KindOf(string? contentType) => contentType switch
    {
        not null when contentType.StartsWith("image/", StringComparison.Ordinal) => FileKind.Photo,
        not null when contentType.StartsWith("audio/", StringComparison.Ordinal) => FileKind.Voice,
        _ => FileKind.Document,
    };
}
