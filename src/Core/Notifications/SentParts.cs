namespace SlrtBot.Core.Notifications;

/// <summary>
/// How many parts of a message that is too long for its channel the person has: kept with the outbox row before the next
/// part leaves, so that neither another try nor a restart repeats one.
/// </summary>
/// <param name="keep">Stores the new number.</param>
public sealed class SentParts(int sent, Func<int, Task> keep)
{
    /// <summary>Go on with the part that follows so many.</summary>
    public int Sent { get; private set; } = sent;

    /// <summary>One more was sent, and another one is to follow.</summary>
    /// <exception cref="Persistence.StorageUnavailableException">It was not kept: the message is in doubt.</exception>
    public Task AddAsync() => keep(++Sent);
}
