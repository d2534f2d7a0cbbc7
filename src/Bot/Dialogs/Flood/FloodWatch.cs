using System.Collections.Concurrent;
using SlrtBot.Bot.Engine;

namespace SlrtBot.Bot.Dialogs.Flood;

/// <summary>
/// One chat that writes without end is told so once and then left without answers for a minute; what it writes is kept.
/// Counted in memory: after a restart a flood is counted anew, which costs a few answers and loses nothing.
/// </summary>
public sealed class FloodWatch(PaceOptions options)
{
    private const int MostChats = 20_000;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<Guid, Tally> _counts = new();

    /// <param name="now">UTC.</param>
    public Flood Count(Guid conversationId, DateTime now)
    {
        if (options.MessagesPerMinute <= 0)
        {
            return Flood.None;
        }

        if (_counts.Count > MostChats)
        {
            Forget(now);
        }

        var count = _counts.AddOrUpdate(
            conversationId,
            _ => new Tally(now, 1),
            (_, before) => now - before.Since >= Window ? new Tally(now, 1) : After(before, now));
        return count.Messages <= options.MessagesPerMinute ? Flood.None
            : count.Messages == options.MessagesPerMinute + 1 ? Flood.Begins
            : Flood.GoesOn;
    }

    /// <summary>The minute of silence begins with the notice.</summary>
    private Tally After(Tally before, DateTime now) => new(
        before.Messages == options.MessagesPerMinute ? now : before.Since, before.Messages + 1);

    private void Forget(DateTime now)
    {
        foreach (var (id, count) in _counts)
        {
            if (now - count.Since >= Window)
            {
                _counts.TryRemove(id, out _);
            }
        }
    }

    private sealed record Tally(DateTime Since, int Messages);
}

public enum Flood
{
    None,

    /// <summary>The first message too many: this one is answered, by saying so.</summary>
    Begins,
    GoesOn,
}
