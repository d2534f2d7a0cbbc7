using Microsoft.Extensions.Options;
using SlrtBot.Bot.Engine;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Bot.WebChat;

/// <summary>The page's way into the inbox, and the short wait for the bot behind it.</summary>
public sealed class ChatInbox(
    Inbox inbox, ReadChat chats, ChatDoorbell door, TimeProvider clock, PaceOptions talk, IOptions<WebChatOptions> options)
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(150);

    /// <param name="language">Of the page.</param>
    public WebChatUpdate Blank(ChatKey key, string language) => new()
    {
        Id = "",
        Address = key.Address,
        SentAt = clock.GetUtcNow().UtcDateTime,
        Language = language,
    };

    /// <returns>False when somebody waits for the bot and it took too long.</returns>
    /// <exception cref="StorageUnavailableException">Nothing was stored.</exception>
    public async Task<bool> AcceptAsync(IReadOnlyList<WebChatUpdate> updates, bool waits, CancellationToken cancellationToken)
    {
        if (updates.Count == 0)
        {
            return true;
        }

        using var bell = door.Wait();
        var last = KeyOf(updates[^1]);
        bell.Listen(last);
        await inbox.AcceptAsync(
            [.. updates.Select(u => new InboundUpdate(Channels.WebChat, KeyOf(u), u.Address, u.ToBytes()))], cancellationToken);
        return !waits || await RepliedAsync(bell, updates[^1], cancellationToken);
    }

    /// <summary>The tick is for turns of another process, whose commits do not ring here.</summary>
    private async Task<bool> RepliedAsync(ChatDoorbell.Bell bell, WebChatUpdate update, CancellationToken cancellationToken)
    {
        var lane = inbox.IndexOf(Channels.WebChat, update.Address);
        var isHandled = false;
        var patience = (double)options.Value.ReplyWait;
        for (var waited = TimeSpan.Zero; waited.TotalMilliseconds < patience; waited += Look)
        {
            await bell.RungAsync(Look, cancellationToken);
            if (!isHandled && await chats.IsHandledAsync(Channels.WebChat, KeyOf(update), cancellationToken))
            {
                // Somebody without script sees nothing before the page is back, so the pause of a story is waited for as well.
                isHandled = true;
                patience += talk.StoryPause.TotalMilliseconds;
            }

            if (isHandled && !await chats.IsPausingAsync(lane, cancellationToken))
            {
                return true;
            }
        }

        return isHandled;
    }

    /// <summary>What the update keys of one chat begin with.</summary>
    public static string LaneOf(string address) => address[..32];

    private static string KeyOf(WebChatUpdate update) => $"{LaneOf(update.Address)}:{update.Id}";
}
