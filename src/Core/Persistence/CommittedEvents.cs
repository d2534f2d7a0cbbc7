using System.Collections.Immutable;

namespace SlrtBot.Core.Persistence;

/// <summary>
/// Tells this process what was just committed: the turn worker, the dispatcher and open consoles listen. Nothing
/// rests on it: whoever missed a call finds the rows at the next tick.
/// </summary>
public sealed class CommittedEvents
{
    private ImmutableArray<Action<object>> _listeners = [];
    private ImmutableArray<Action<object>> _ownListeners = [];

    /// <param name="listener">Must return at once and must not throw.</param>
    /// <returns>Dispose to stop listening.</returns>
    public IDisposable Listen(Action<object> listener)
    {
        ImmutableInterlocked.Update(ref _listeners, l => l.Add(listener));
        return new Subscription(this, listener);
    }

    /// <summary>Hears what this process committed, and not what it heard of others.</summary>
    /// <inheritdoc cref="Listen"/>
    public IDisposable ListenToOwn(Action<object> listener)
    {
        ImmutableInterlocked.Update(ref _ownListeners, l => l.Add(listener));
        return new Subscription(this, listener);
    }

    public void Publish(IReadOnlyList<object> happened)
    {
        Tell(_ownListeners, happened);
        Repeat(happened);
    }

    /// <summary>Tells on what another process committed.</summary>
    public void Repeat(IReadOnlyList<object> happened) => Tell(_listeners, happened);

    private static void Tell(ImmutableArray<Action<object>> listeners, IReadOnlyList<object> happened)
    {
        foreach (var listener in listeners)
        {
            for (var i = 0; i < happened.Count; i++)
            {
                listener(happened[i]);
            }
        }
    }

    private sealed class Subscription(CommittedEvents events, Action<object> listener) : IDisposable
    {
        public void Dispose()
        {
            ImmutableInterlocked.Update(ref events._listeners, l => l.Remove(listener));
            ImmutableInterlocked.Update(ref events._ownListeners, l => l.Remove(listener));
        }
    }
}
