using System.Collections.Concurrent;

namespace SlrtBot.Console.Pages.Complaints;

/// <summary>
/// Remembers for some minutes who has just opened what, so that a page that refreshes itself fills no audit. A restart
/// forgets, and then a view is written once too often, never once too little.
/// </summary>
public sealed class RecentViews(TimeProvider clock)
{
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(10);
    private const int Many = 10_000;

    private readonly ConcurrentDictionary<(Guid Staff, Guid Complaint), DateTimeOffset> _seen = new();

    public bool IsNew(Guid staffId, Guid complaintId)
    {
        var now = clock.GetUtcNow();
        if (_seen.TryGetValue((staffId, complaintId), out var last) && now - last < Kept)
        {
            return false;
        }

        if (_seen.Count > Many)
        {
            _seen.Clear();
        }

        _seen[(staffId, complaintId)] = now;
        return true;
    }
}
