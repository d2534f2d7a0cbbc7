namespace SlrtBot.Core.Staff;

/// <summary>
/// How wrong passwords slow down: four go by, the fifth waits half a minute, each further one twice as long, a quarter of an
/// hour at most. It slows one source for one name and closes no account (docs/checks.md, A-04).
/// </summary>
public static class SignInPace
{
    public const int FreeTries = 4;
    public static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(30);
    public static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(15);

    /// <summary>Without a further wrong one, the counting begins anew after that.</summary>
    public static readonly TimeSpan Remembered = TimeSpan.FromDays(1);

    private const int Doublings = 10;

    /// <returns>Null where the next try may come at once.</returns>
    public static TimeSpan? WaitAfter(int failures)
    {
        if (failures <= FreeTries)
        {
            return null;
        }

        var wait = FirstWait * (1 << Math.Min(failures - FreeTries - 1, Doublings));
        return wait < LongestWait ? wait : LongestWait;
    }
}
