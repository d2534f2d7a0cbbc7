using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Threading.Channels;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Bot.WebChat;

/// <summary>
/// Wakes the open pages of a chat when something of theirs was committed. One listener for all of them; a page that
/// misses a ring finds its messages at its next look.
/// </summary>
public sealed class ChatDoorbell : IDisposable
{
    private readonly ConcurrentDictionary<string, ImmutableArray<ChannelWriter<byte>>> _waiting = new(StringComparer.Ordinal);
    private readonly IDisposable _listening;

    public ChatDoorbell(CommittedEvents committed) => _listening = committed.Listen(Hear);

    public static string KeyOf(byte[] addressIndex) => Convert.ToHexString(addressIndex);

    public static string KeyOf(Guid conversationId) => conversationId.ToString("N");

    public Bell Wait() => new(this);

    public void Dispose() => _listening.Dispose();

    private void Hear(object happened)
    {
        switch (happened)
        {
            case OutboundEnqueued { Channel: Core.Conversations.Channels.WebChat } outbound:
                Ring(KeyOf(outbound.ConversationId));
                break;
            case InboundAccepted accepted:
                Ring(KeyOf(accepted.AddressIndex));
                break;
            case TurnTaken taken:
                Ring(taken.UpdateKey);
                // The first turn makes the conversation: until then a page can only listen for its own address.
                Ring(taken.UpdateKey.Split(':')[0]);
                break;
        }
    }

    private void Ring(string key)
    {
        if (_waiting.TryGetValue(key, out var bells))
        {
            foreach (var bell in bells)
            {
                bell.TryWrite(0);
            }
        }
    }

    /// <summary>What one open page waits on; rings that come while nobody waits are kept as one.</summary>
    public sealed class Bell : IDisposable
    {
        private readonly ChatDoorbell _door;
        private readonly HashSet<string> _keys = [];
        private readonly Channel<byte> _rings = Channel.CreateBounded<byte>(
            new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

        internal Bell(ChatDoorbell door) => _door = door;

        /// <returns>True when it did not listen for that before: what was committed earlier did not ring.</returns>
        public bool Listen(string key)
        {
            if (!_keys.Add(key))
            {
                return false;
            }

            _door._waiting.AddOrUpdate(key, [_rings.Writer], (_, others) => others.Add(_rings.Writer));
            return true;
        }

        /// <returns>False when the time passed without a ring.</returns>
        public async Task<bool> RungAsync(TimeSpan atMost, CancellationToken cancellationToken)
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            patience.CancelAfter(atMost);
            try
            {
                await _rings.Reader.ReadAsync(patience.Token);
                return true;
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                return false;
            }
        }

        public void Dispose()
        {
            foreach (var key in _keys)
            {
                var left = _door._waiting.AddOrUpdate(key, [], (_, bells) => bells.Remove(_rings.Writer));
                if (left.IsEmpty)
                {
                    _door._waiting.TryRemove(new KeyValuePair<string, ImmutableArray<ChannelWriter<byte>>>(key, left));
                }
            }
        }
    }
}
