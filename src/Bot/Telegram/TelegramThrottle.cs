namespace SlrtBot.Bot.Telegram;

/// <summary>
/// How fast this bot may send: so many messages a second altogether, one a second to each chat with a burst of
/// three. In memory, since a restart is itself a pause; what the API asks for is kept in the outbox as well.
/// </summary>
public sealed class TelegramThrottle(TelegramOptions options, TimeProvider clock)
{
    private const int ChatBurst = 3;

    /// <summary>Idle chats are forgotten when this many are known: their next message starts afresh anyway.</summary>
    private const int ManyChats = 1024;

    private readonly Lock _gate = new();
    private readonly TimeSpan _chatInterval = TimeSpan.FromSeconds(1);
    private readonly int _perSecond = options.MessagesPerSecond;

    // Each limit is one instant: when it would be idle again if nothing more were sent.
    private readonly Dictionary<long, DateTime> _chatIdleAt = [];
    private DateTime _botIdleAt = DateTime.MinValue;
    private DateTime _pausedUntil = DateTime.MinValue;
    private int _evictAbove = ManyChats;

    /// <summary>How many chats are being counted; for diagnostics.</summary>
    public int KnownChats
    {
        get
        {
            lock (_gate)
            {
                return _chatIdleAt.Count;
            }
        }
    }

    /// <summary>How many messages may leave at this moment, to different chats; 0 during a pause.</summary>
    public int Room
    {
        get
        {
            var now = clock.GetUtcNow().UtcDateTime;
            lock (_gate)
            {
                if (now < _pausedUntil)
                {
                    return 0;
                }

                if (_perSecond == 0)
                {
                    return int.MaxValue;
                }

                var interval = TimeSpan.FromSeconds(1) / _perSecond;
                var owed = Later(_botIdleAt, now) - now;
                return _perSecond - (int)Math.Ceiling(owed / interval);
            }
        }
    }

    /// <summary>Null: send now, it has been counted. Otherwise not before that instant (UTC), and ask again then.</summary>
    public DateTime? NotBefore(long chatId)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        lock (_gate)
        {
            if (now < _pausedUntil)
            {
                return _pausedUntil;
            }

            if (_perSecond == 0)
            {
                return null;
            }

            var botInterval = TimeSpan.FromSeconds(1) / _perSecond;
            var botFrom = Earliest(_botIdleAt, botInterval, _perSecond);
            var chatFrom = Earliest(_chatIdleAt.GetValueOrDefault(chatId), _chatInterval, ChatBurst);
            var from = botFrom > chatFrom ? botFrom : chatFrom;
            if (from > now)
            {
                return from;
            }

            _botIdleAt = Later(_botIdleAt, now) + botInterval;
            _chatIdleAt[chatId] = Later(_chatIdleAt.GetValueOrDefault(chatId), now) + _chatInterval;
            EvictIdle(now);
            return null;
        }
    }

    /// <summary>Nobody is written to before <paramref name="instant"/> (UTC): the API asked for it.</summary>
    public void PauseUntil(DateTime instant)
    {
        lock (_gate)
        {
            _pausedUntil = Later(_pausedUntil, instant);
        }
    }

    private static DateTime Earliest(DateTime idleAt, TimeSpan interval, int burst)
    {
        var allowance = interval * (burst - 1);
        return idleAt - DateTime.MinValue > allowance ? idleAt - allowance : DateTime.MinValue;
    }

    private static DateTime Later(DateTime a, DateTime b) => a > b ? a : b;

    private void EvictIdle(DateTime now)
    {
        if (_chatIdleAt.Count <= _evictAbove)
        {
            return;
        }

        foreach (var idle in _chatIdleAt.Where(chat => chat.Value <= now).Select(chat => chat.Key).ToList())
        {
            _chatIdleAt.Remove(idle);
        }

        // Doubling keeps the sweeps rare when many chats really are busy.
        _evictAbove = Math.Max(ManyChats, _chatIdleAt.Count * 2);
    }
}
