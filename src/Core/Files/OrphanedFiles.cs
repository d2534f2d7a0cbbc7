using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Core.Files;

/// <summary>
/// Bytes in the store that no row speaks of: of a post that was cut short, or of a crash between a commit and the
/// erasing that it asked for. The other way round, a row whose bytes are gone, is a loss, and is never tidied away.
/// </summary>
public sealed class OrphanedFiles(ISlrtDatabase database, FileStore store)
{
    private const int PerQuestion = 500;

    /// <param name="before">UTC; younger bytes may still get their row.</param>
    public async IAsyncEnumerable<Guid> FindAsync(
        DateTime before, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var ids in store.WrittenBefore(before).Chunk(PerQuestion))
        {
            await using var context = database.NewContext();
            var known = await context.StoredFiles.Where(f => ids.Contains(f.Id)).Select(f => f.Id).ToHashSetAsync(cancellationToken);
            foreach (var id in ids)
            {
                if (!known.Contains(id))
                {
                    yield return id;
                }
            }
        }
    }
}
