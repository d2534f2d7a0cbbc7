using SlrtBot.Core.Persistence;

namespace SlrtBot.Core.Conversations;

/// <summary>
/// Messages of the web chat are fetched, not dispatched: they are sent when a page has first been handed them.
/// </summary>
public sealed class MarkShown(WriteGate gate, ChannelMeter meter, TimeProvider clock)
{
    private const string Update =
        """
        update outbound_message set state = 'sent', sent_at = @p1, lease_until = null
        where id = @p0 and channel = 'webchat' and state in ('due', 'leased', 'unknown')
        """;

    public async Task MarkAsync(IReadOnlyList<ChatMessage> messages, CancellationToken cancellationToken)
    {
        var fresh = messages.Where(m => m.State is OutboundState.Due or OutboundState.Leased or OutboundState.Unknown).ToList();
        if (fresh.Count == 0)
        {
            return;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var shown = await gate.ExecuteAsync(
            async commands =>
            {
                var marked = 0;
                foreach (var message in fresh)
                {
                    marked += await commands.ExecuteAsync(Update, message.Id, now);
                }

                return marked;
            },
            cancellationToken);
        meter.Sent(Channels.WebChat, shown);
    }
}
