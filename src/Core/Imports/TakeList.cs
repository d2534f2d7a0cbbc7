using SlrtBot.Core.Kernel;

namespace SlrtBot.Core.Imports;

/// <summary>
/// Takes a file in and begins its run. The file has an id of its own each time, so that no two ever share one; where no run of its own
/// came of it, it goes again.
/// </summary>
public sealed class TakeList(ImportFiles files)
{
    /// <param name="start">Runs <see cref="StartImport"/> in a unit.</param>
    /// <param name="now">UTC.</param>
    public async Task<Outcome<ImportRun>> StartAsync(Stream content, Func<KeptList, Task<Outcome<ImportRun>>> start, DateTime now, CancellationToken cancellationToken)
    {
        var id = SequentialId.Next(now);
        Outcome<ImportRun> started = Refusal.NotFound();
        try
        {
            started = await start(await files.KeepAsync(id, content, cancellationToken));
        }
        catch (UnreadableListException unreadable)
        {
            started = unreadable.Refusal;
        }
        finally
        {
            if (!started.Succeeded || started.Value.Id != id)
            {
                files.Delete(id);
            }
        }

        return started;
    }
}
