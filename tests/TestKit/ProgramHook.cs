using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace SlrtBot.TestKit;

/// <summary>
/// Reaches into the program while it builds itself, as the framework's own test host does: what the test adds comes
/// last, and nothing of the program's composition is copied here.
/// </summary>
public sealed class ProgramHook : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private static readonly AsyncLocal<ProgramHook?> Current = new();

    private readonly Action<IServiceCollection> _configure;
    private readonly List<IDisposable> _subscriptions = [];
    private readonly TaskCompletionSource<IHost> _built = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>For programs that are started from here on, in this flow of control and no other.</summary>
    public ProgramHook(Action<IServiceCollection> configure)
    {
        _configure = configure;
        Current.Value = this;
        _subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
    }

    public Task<IHost> Built => _built.Task;

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == "Microsoft.Extensions.Hosting")
        {
            _subscriptions.Add(value.Subscribe(this));
        }
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (Current.Value != this)
        {
            return;
        }

        switch (value)
        {
            case { Key: "HostBuilding", Value: IHostBuilder builder }:
                builder.ConfigureServices((_, services) => _configure(services));
                break;
            case { Key: "HostBuilt", Value: IHost host }:
                _built.TrySetResult(host);
                break;
        }
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    public void Dispose()
    {
        Current.Value = null;
        _subscriptions.ForEach(s => s.Dispose());
    }
}
