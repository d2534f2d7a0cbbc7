using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Core.Imports;

/// <summary>Finds a list that holds the same, byte for byte, and is in or on its way in.</summary>
public sealed class SameList(SlrtDbContext db)
{
    /// <param name="but">The run that is asked about.</param>
    public Task<ImportRun?> FindAsync(ImportKind kind, string regency, byte[] content, Guid but, CancellationToken cancellationToken) => db.ImportRuns.AsNoTracking()
        .Where(r => r.ContentIndex == content && r.Kind == kind && r.RegencyCode == regency && r.Id != but
            && r.State != ImportState.TakenBack && r.State != ImportState.TakingBack && r.State != ImportState.Cancelled && r.State != ImportState.Failed)
        .OrderByDescending(r => r.Id).FirstOrDefaultAsync(cancellationToken);

    public static Refusal Refused { get; } = new("import_same_file", "file");
}
