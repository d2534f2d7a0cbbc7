using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using SlrtBot.Bot.Protocol;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Notifications;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Sealing;

namespace SlrtBot.Bot.BotFramework;

/// <summary>What the bot said, for a caller that takes it from the response instead of from the connector.</summary>
internal sealed record ExpectedReplyList([property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] IReadOnlyList<Activity> Activities);

/// <summary>
/// Callers that ask for the replies in the same response wait for the turn, and for the end of a story in pieces, as
/// long as the outbox keeps the replies for them; replies handed over count as sent. Whatever comes later goes to the
/// connector like any other.
/// </summary>
internal sealed class ExpectedReplies(
    Inbox inbox, ReadChat chats, OutboxClaims claims, ConnectorReplies replies, FieldCipher cipher, CommittedEvents committed, TimeProvider clock)
{
    /// <summary>For turns of another process, whose commits do not ring here.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(150);

    /// <param name="updateKey">Under which the activity was stored.</param>
    public async Task AnswerAsync(HttpContext context, ActivityEnvelope activity, string updateKey)
    {
        var lane = inbox.IndexOf(Core.Conversations.Channels.BotFramework, ActivityIntake.AddressOf(activity));
        await IsTakenAsync(lane, updateKey, context.RequestAborted);
        var kept = await claims.ClaimRepliesAsync(lane, clock.GetUtcNow().UtcDateTime, CancellationToken.None);
        try
        {
            await context.Response.WriteAsJsonAsync(new ExpectedReplyList(Draw(kept)), ProtocolJson.Options, "application/json", context.RequestAborted);
            await context.Response.CompleteAsync();
        }
        catch (OperationCanceledException)
        {
            // Nobody is there any more: the connector gets them.
            await MarkAsync(kept, id => claims.MarkAsync(id, OutboundState.Due, null, null, CancellationToken.None));
            return;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        await MarkAsync(kept, id => claims.MarkSentAsync(id, null, now, CancellationToken.None));
    }

    private async Task IsTakenAsync(byte[] lane, string updateKey, CancellationToken cancellationToken)
    {
        var rung = new SemaphoreSlim(0);
        using var listening = committed.Listen(happened =>
        {
            if (happened is TurnTaken)
            {
                rung.Release();
            }
        });
        using var patience = new CancellationTokenSource(Conversation.RepliesAwaited);
        while (!patience.IsCancellationRequested
            && (!await chats.IsHandledAsync(Core.Conversations.Channels.BotFramework, updateKey, cancellationToken)
                || await chats.IsPausingAsync(lane, cancellationToken)))
        {
            await rung.WaitAsync(Look, cancellationToken);
        }
    }

    private List<Activity> Draw(List<ClaimedMessage> kept) =>
    [
        .. kept.SelectMany(claimed => replies.Draw(
            cipher.OpenBody(claimed.Body, claimed.Id),
            ChatReference.Read(cipher.Open(claimed.Address, Conversation.Table, claimed.ConversationId, "address")),
            claimed.Language)),
    ];

    private static async Task MarkAsync(List<ClaimedMessage> kept, Func<Guid, Task> mark)
    {
        foreach (var claimed in kept)
        {
            await mark(claimed.Id);
        }
    }
}
