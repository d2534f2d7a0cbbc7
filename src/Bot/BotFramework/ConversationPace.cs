namespace SlrtBot.Bot.BotFramework;

/// <summary>
/// How fast one conversation is written to: a burst of three, then one message a second. In memory, since a restart is
/// itself a pause; what a channel asks for is kept in the outbox.
/// </summary>
internal sealed class ConversationPace(BotFrameworkOptions options, TimeProvider clock)
{
    private const int Burst = 3;

    /// <summary>Idle conversations are forgotten when this many are known: their next message starts afresh anyway.</summary>
    private const int Many = 1024;

    private readonly Lock _gate = new();
    private readonly TimeSpan _interval = TimeSpan.FromSeconds(options.SecondsBetweenMessages);

    // When each would be idle again if nothing more were sent.
    private readonly Dictionary<Guid, DateTime> _idleAt = [];
    private int _evictAbove = Many;

    /// <summary>Null: send now, it has been counted. Otherwise not before that instant (UTC), and ask again then.</summary>
    public DateTime? NotBefore(Guid conversationId)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        lock (_gate)
        {
            var idleAt = _idleAt.GetValueOrDefault(conversationId);
            var begin = idleAt > now ? idleAt : now;
            if (begin - now > _interval * (Burst - 1))
            {
                return begin - (_interval * (Burst - 1));
            }

            _idleAt[conversationId] = begin + _interval;
            EvictIdle(now);
            return null;
        }
    }

    private void EvictIdle(DateTime now)
    {
        if (_idleAt.Count <= _evictAbove)
        {
            return;
        }

        foreach (var idle in _idleAt.Where(c => c.Value <= now).Select(c => c.Key).ToList())
        {
            _idleAt.Remove(idle);
        }

        // Doubling keeps the sweeps rare when many conversations really are busy.
        _evictAbove = Math.Max(Many, _idleAt.Count * 2);
    }
}
