using System.Runtime.InteropServices;

namespace SlrtBot.Host;

/// <summary>
/// Ctrl+C and SIGTERM from the first moment on. The host hears them only once it has started; before that, in the middle of a
/// migration, the process would simply be gone.
/// </summary>
internal sealed class EarlyStop : IDisposable
{
    private readonly CancellationTokenSource _source;
    private readonly PosixSignalRegistration[] _signals;

    public EarlyStop(CancellationToken cancellationToken)
    {
        _source = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        _signals = [.. new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM }.Select(signal => PosixSignalRegistration.Create(signal, Stop))];
    }

    public CancellationToken Token => _source.Token;

    public void Dispose()
    {
        foreach (var signal in _signals)
        {
            signal.Dispose();
        }

        _source.Dispose();
    }

    private void Stop(PosixSignalContext signal)
    {
        signal.Cancel = true;
        _source.Cancel();
    }
}
