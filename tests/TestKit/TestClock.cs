using Microsoft.Extensions.Time.Testing;

namespace SlrtBot.TestKit;

/// <summary>
/// A clock that only moves when a test moves it. Starts on Monday 23 November 2026, 09:00 in Bandung. However far it is
/// moved, each timer that falls due fires once: three weeks would else be two million ticks of the turn worker.
/// </summary>
public sealed class TestClock() : FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 2, 0, 0, TimeSpan.Zero))
{
    public DateTime UtcNow => GetUtcNow().UtcDateTime;

    public void SetUtc(DateTime utc) => SetUtcNow(new DateTimeOffset(utc, TimeSpan.Zero));

    /// <summary>A clock that was wrong is set: no timer fires for it.</summary>
    public void Correct(TimeSpan by) => AdjustTime(GetUtcNow() + by);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new OncePerMove(callback, state, period);
        timer.Begin(base.CreateTimer(_ => timer.Fire(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan));
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Wound up anew when it fires, at the time to which the clock has been moved.</summary>
    private sealed class OncePerMove(TimerCallback callback, object? state, TimeSpan period) : ITimer
    {
        private ITimer _one = null!;
        private TimeSpan _period = period;

        public void Begin(ITimer one) => _one = one;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            _period = period;
            return _one.Change(dueTime, Timeout.InfiniteTimeSpan);
        }

        public void Fire()
        {
            if (_period > TimeSpan.Zero)
            {
                _one.Change(_period, Timeout.InfiniteTimeSpan);
            }

            callback(state);
        }

        public void Dispose() => _one.Dispose();

        public ValueTask DisposeAsync() => _one.DisposeAsync();
    }
}
