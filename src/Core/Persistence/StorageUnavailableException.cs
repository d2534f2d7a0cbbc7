namespace SlrtBot.Core.Persistence;

/// <summary>
/// The database did not take the unit: locked for too long, full, unreachable, or the gate's queue is full. Nothing
/// was stored; doors answer 503 with <c>Retry-After</c>.
/// </summary>
public sealed class StorageUnavailableException(string reason, Exception? inner = null) : Exception(reason, inner)
{
    public bool DiskFull { get; init; }

    /// <summary>The database serves, but others kept changing the same rows.</summary>
    public bool Contended { get; init; }
}
