using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SlrtBot.Core.Diagnostics;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Core.Files;

/// <summary>The rows of these files are gone: their bytes follow.</summary>
public sealed record FilesForgotten(IReadOnlyList<Guid> FileIds);

/// <summary>
/// Removes bytes once the commit that forgot them is durable. What a crash leaves between the two,
/// <see cref="SweepFilesJob"/> finds.
/// </summary>
internal sealed class FileEraser(CommittedEvents committed, FileStore store, ILogger<FileEraser> log) : IHostedService
{
    private IDisposable? _listening;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _listening = committed.Listen(happened =>
        {
            if (happened is FilesForgotten forgotten)
            {
                _ = Task.Run(() => Erase(forgotten.FileIds), CancellationToken.None);
            }
        });
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        _listening?.Dispose();
        return Task.CompletedTask;
    }

    private void Erase(IReadOnlyList<Guid> ids)
    {
        foreach (var id in ids)
        {
            try
            {
                store.Delete(id);
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                log.FileNotErased(id, failure.GetType().Name);
            }
        }
    }
}
