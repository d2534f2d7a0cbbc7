namespace SlrtBot.Core.Kernel;

/// <summary>
/// What happened in the unit at hand. Handlers of slices further right run in the same save; after the commit
/// the same events wake the turn worker, the dispatcher and the open consoles.
/// </summary>
public sealed class DomainEvents
{
    private readonly List<object> _raised = [];

    public IReadOnlyList<object> Raised => _raised;

    public void Raise(object happened) => _raised.Add(happened);
}

/// <summary>
/// What an act did, with who did it, when and through which door: whoever hears of it asks neither the clock nor what else
/// the unit holds.
/// </summary>
public interface IDomainEvent
{
    Provenance By { get; }
}

/// <summary>Hears of an event inside the unit that raised it, and may add rows to the same save.</summary>
public interface IEventHandler<in TEvent>
    where TEvent : IDomainEvent
{
    Task HandleAsync(TEvent happened, CancellationToken cancellationToken);
}
