using System.Collections.Concurrent;
using SlrtBot.Core.Kernel;

namespace SlrtBot.Core.Audit;

/// <summary>
/// Remembers for some minutes whose look at what is stored, so that a page that refreshes itself fills no audit. A restart
/// forgets, and then a look is written once too often, never once too little.
/// </summary>
public sealed class RecentViews
{
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(10);
    private const int Many = 10_000;

    private readonly ConcurrentDictionary<(Guid? Staff, View View), DateTime> _stored = new();

    public bool Holds(Provenance by, View view) => _stored.TryGetValue((by.ActorId, view), out var last) && by.At - last < Kept;

    /// <summary>Called once the look is committed, never before.</summary>
    public void Keep(Provenance by, View view)
    {
        if (_stored.Count > Many)
        {
            _stored.Clear();
        }

        _stored[(by.ActorId, view)] = by.At;
    }
}
