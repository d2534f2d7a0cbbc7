using System.Security.Cryptography;
using SlrtBot.Bot.Protocol;
using SlrtBot.Core.Conversations;

namespace SlrtBot.Bot.BotFramework;

/// <summary>
/// A verified activity on its way into the inbox: stored raw under its key, committed, and only then acknowledged.
/// Nothing is understood here, so nothing here can fail on what a person wrote.
/// </summary>
internal sealed class ActivityIntake(Inbox inbox, TimeProvider clock)
{
    /// <exception cref="Core.Persistence.StorageUnavailableException">Nothing was stored: do not acknowledge.</exception>
    public Task<bool> AcceptAsync(ActivityEnvelope activity, ReadOnlyMemory<byte> raw, CancellationToken cancellationToken) =>
        inbox.AcceptAsync(
            new InboundUpdate(Core.Conversations.Channels.BotFramework, KeyOf(activity, raw), AddressOf(activity), raw), cancellationToken);

    /// <summary>The chat: conversation ids are unique within a channel only.</summary>
    public static string AddressOf(ActivityEnvelope activity) => $"{activity.ChannelId}|{activity.ConversationId}";

    /// <summary>
    /// Unique for the activity within its conversation; hashed with a key, since conversation ids may hold a telephone
    /// number. Where the channel gives no id, the body is one: within a minute only, unless it says when it was sent,
    /// because people answer "ya" more than once.
    /// </summary>
    public string KeyOf(ActivityEnvelope activity, ReadOnlyMemory<byte> raw)
    {
        var name = activity switch
        {
            // A change bears the id of the message that it changes, which has been here already; so does the next one.
            { Type: ActivityTypes.MessageUpdate or ActivityTypes.MessageDelete } => $"change|{Hash(raw)}",
            { Id: { } id } => $"id|{id}",
            { IsDated: true } => $"hash|{Hash(raw)}",
            _ => $"hash|{Hash(raw)}|{clock.GetUtcNow():yyyyMMddHHmm}",
        };
        return $"{activity.ChannelId}:{Convert.ToHexStringLower(inbox.IndexOf(Core.Conversations.Channels.BotFramework, $"{AddressOf(activity)}|{name}"))}";
    }

    private static string Hash(ReadOnlyMemory<byte> raw) => Convert.ToHexStringLower(SHA256.HashData(raw.Span));
}
