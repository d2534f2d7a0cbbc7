using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Core.Kernel;

namespace SlrtBot.Core.Persistence;

/// <summary>Finds the handlers of an event by its type, once.</summary>
public sealed class EventHandlers
{
    private readonly ConcurrentDictionary<Type, Dispatch> _byType = new();

    /// <summary>What only wakes others after the commit has no handlers.</summary>
    public Task HandleAsync(object happened, IServiceProvider services, CancellationToken cancellationToken) => happened is IDomainEvent
        ? _byType.GetOrAdd(happened.GetType(), Make)(happened, services, cancellationToken)
        : Task.CompletedTask;

    private static Dispatch Make(Type type) => typeof(EventHandlers)
        .GetMethod(nameof(DispatchAsync), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!
        .MakeGenericMethod(type)
        .CreateDelegate<Dispatch>();

    private static async Task DispatchAsync<TEvent>(object happened, IServiceProvider services, CancellationToken cancellationToken)
        where TEvent : IDomainEvent
    {
        foreach (var handler in services.GetServices<IEventHandler<TEvent>>())
        {
            await handler.HandleAsync((TEvent)happened, cancellationToken);
        }
    }

    private delegate Task Dispatch(object happened, IServiceProvider services, CancellationToken cancellationToken);
}
