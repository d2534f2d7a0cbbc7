using SlrtBot.Bot.Protocol;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Files;

namespace SlrtBot.Bot.Turns;

/// <summary>
/// Files that a message brought. A channel that keeps them itself gives an address and they are fetched later, in the
/// background; the web chat has put its own into the file store before the turn and gives the id they have there.
/// </summary>
public sealed class IncomingFiles(AwaitFile expected, EarlierVersions versions, IEnumerable<IChannelTranslation> translations)
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
        var sent = new SentFile(conversation.Id, file.ContentType);
        if (!file.ContentUrl!.StartsWith(StoredScheme, StringComparison.Ordinal))
        {
            return expected.FromChannel(sent, file.ContentUrl, file.Name, now);
        }

        // From any other channel the address is a stranger's word, and would open somebody else's file.
        if (conversation.Channel != Core.Conversations.Channels.WebChat || !Guid.TryParse(file.ContentUrl.AsSpan(StoredScheme.Length), out var stored))
        {
            return null;
        }

        var facts = file.ContentAs<MediaFacts>();
        return expected.FromStore(sent, stored, facts?.Bytes ?? 0, facts?.UniqueId is { } hash ? Convert.FromHexString(hash) : null, now);
    }
}
