namespace SlrtBot.Core.Demo;

/// <summary>What to fill in. The same plan gives the same ids, references, texts and dates everywhere.</summary>
/// <param name="Complaints">1 to <see cref="Most"/>.</param>
/// <param name="Until">The day after the last one on which something happens.</param>
/// <param name="SearchIndex">Whether the words are made findable; without them the filling is faster.</param>
public sealed record DemoPlan(int Complaints, long Seed, DateOnly Until, bool SearchIndex = true)
{
    public const int Most = 1_000_000;

    /// <summary>Two plans that differ in anything share nothing.</summary>
    public ulong Key => DemoRandom.For((ulong)Seed, $"{Until:yyyyMMdd}", Complaints).Bits();
}

/// <param name="Complaints">Filled in so far, of those asked for.</param>
public sealed record DemoProgress(int Complaints, int Of);

/// <param name="Rows">Rows of all tables together.</param>
/// <param name="Found">Complaints that an earlier run of the same plan had left.</param>
public sealed record DemoFilled(int Complaints, int Found, long Rows);
