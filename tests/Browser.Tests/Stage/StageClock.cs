namespace SlrtBot.Browser.Tests.Stage;

/// <summary>
/// Runs as fast as any other clock, so that browsers and workers wait as they always do, but from Monday 23 November 2026, 09:00 in Bandung,
/// and days pass when the test says so.
/// </summary>
internal sealed class StageClock : TimeProvider
{
    private const int BandungIsAhead = 7;

    private readonly long _started = System.GetTimestamp();
    private DateTime _at = new(2026, 11, 23, 9, 0, 0, DateTimeKind.Unspecified);

    public override DateTimeOffset GetUtcNow() => new(_at - TimeSpan.FromHours(BandungIsAhead) + System.GetElapsedTime(_started), TimeSpan.Zero);

    /// <summary>That many days later, at about that hour in Bandung.</summary>
    public void Pass(int days, int hour) => _at = _at.Date.AddDays(days).AddHours(hour);
}
