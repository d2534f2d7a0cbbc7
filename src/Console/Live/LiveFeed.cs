using System.Collections.Concurrent;
using System.Threading.Channels;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Console.Live;

/// <summary>
/// Passes on to open consoles that something changed, and nothing of what: each console fetches again what it may
/// see. Whoever reads too slowly loses the oldest words, which say no more than the newest.
/// </summary>
public sealed class LiveFeed : IDisposable
{
    private const int Waiting = 64;

    private readonly ConcurrentDictionary<Channel<LiveChange>, byte> _readers = new();
    private readonly IDisposable _listening;

    public LiveFeed(CommittedEvents committed) => _listening = committed.Listen(Hear);

    public Reader Open() => new(this);

    public void Dispose() => _listening.Dispose();

    private void Hear(object happened)
    {
        foreach (var change in LiveChange.Of(happened))
        {
            foreach (var reader in _readers.Keys)
            {
                reader.Writer.TryWrite(change);
            }
        }
    }

    /// <summary>One open console.</summary>
    public sealed class Reader : IDisposable
    {
        private readonly LiveFeed _feed;
        private readonly Channel<LiveChange> _changes = Channel.CreateBounded<LiveChange>(
            new BoundedChannelOptions(Waiting) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });

        internal Reader(LiveFeed feed)
        {
            _feed = feed;
            feed._readers.TryAdd(_changes, 0);
        }

        public ChannelReader<LiveChange> Changes => _changes.Reader;

        public void Dispose() => _feed._readers.TryRemove(_changes, out _);
    }
}
