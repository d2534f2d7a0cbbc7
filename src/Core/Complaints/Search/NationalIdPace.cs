using System.Collections.Concurrent;

namespace SlrtBot.Core.Complaints.Search;

/// <summary>
/// How many different NIKs one member of staff looks for in an hour: more than a desk has visitors is somebody who goes through
/// numbers. The same number twice is one. Kept in memory, as hashes; a restart forgets it, the audit does not.
/// </summary>
public sealed class NationalIdPace(TimeProvider clock)
{
    public const int MostAnHour = 30;

    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private readonly ConcurrentDictionary<Guid, Dictionary<string, DateTimeOffset>> _looked = new();

    /// <param name="number">Blind index of the number, or of its end.</param>
    public bool Allows(Guid staffId, byte[] number)
    {
        var (now, key, mine) = (clock.GetUtcNow(), Convert.ToHexString(number), _looked.GetOrAdd(staffId, _ => []));
        lock (mine)
        {
            foreach (var old in mine.Where(l => l.Value <= now - Hour).Select(l => l.Key).ToList())
            {
                mine.Remove(old);
            }

            return mine.ContainsKey(key) || (mine.Count < MostAnHour && mine.TryAdd(key, now));
        }
    }
}
