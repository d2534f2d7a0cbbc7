using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Core.Kernel;

namespace SlrtBot.Core.Persistence;

/// <summary>Finds the handlers of an event by its type, once.</summary>
public sealed class EventHandlers
{
    private readonly ConcurrentDictionary<Type, Dispatch> _byType = new();

    public Task HandleAsync(object happened, IServiceProvider services, CancellationToken cancellationToken) =>
        _byType.GetOrAdd(happened.GetType(), Make)(happened, services, cancellationToken);

    private static Dispatch Make(Type type) => typeof(EventHandlers)
        .GetMethod(nameof(DispatchAsync), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!
        .MakeGenericMethod(type)
        .CreateDelegate<Dispatch>();

    private static async Task DispatchAsync<TEvent>(object happened, IServiceProvider services, CancellationToken cancellationToken)
    {
        foreach (var handler in services.GetServices<IEventHandler<TEvent>>())
        {
            await handler.HandleAsync((TEvent)happened, cancellationToken);
        }
    }

    private delegate Task Dispatch(object happened, IServiceProvider services, CancellationToken cancellationToken);
}
