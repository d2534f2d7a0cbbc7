using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Sealing;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Imports;

/// <param name="FileName">As it was called where it came from.</param>
/// <param name="StartedBy">Empty for a verb.</param>
public sealed record ImportSheet(ImportRun Run, string FileName, string StartedBy);

/// <param name="Rows">The first ones below the headings.</param>
public sealed record ImportSample(IReadOnlyList<string> Headings, IReadOnlyList<ListRow> Rows);

/// <param name="Problems">Each with the column as its field.</param>
public sealed record WrongRow(ImportRow Row, IReadOnlyList<Refusal> Problems);

public sealed class ImportQueries(SlrtDbContext db, ImportFiles files, ImportKinds kinds, AreaCatalogue areas, FieldCipher cipher)
{
    private const int SampleRows = 5;
    private const int MostRuns = 100;

    /// <summary>Newest first.</summary>
    public async Task<IReadOnlyList<ImportSheet>> ListAsync(ImportKind kind, StaffScope scope, CancellationToken cancellationToken)
    {
        var permission = kinds.Of(kind).Permission;
        var regencies = areas.Regencies.Where(r => scope.MayIn(permission, r)).ToList();
        var rows = await Sheets(db.ImportRuns.AsNoTracking().Where(r => r.Kind == kind && regencies.Contains(r.RegencyCode)))
            .OrderByDescending(r => r.Run.Id).Take(MostRuns).ToListAsync(cancellationToken);
        return [.. rows.Select(r => Named(r.Run, r.Name))];
    }

    /// <returns>Null for a miss, and for a list that the reader has no business with.</returns>
    public async Task<ImportSheet?> FindAsync(Guid id, StaffScope scope, CancellationToken cancellationToken)
    {
        var row = await Sheets(db.ImportRuns.AsNoTracking().Where(r => r.Id == id)).SingleOrDefaultAsync(cancellationToken);
        return row is not null && scope.MayIn(kinds.Of(row.Run.Kind).Permission, row.Run.RegencyCode) ? Named(row.Run, row.Name) : null;
    }

    /// <returns>Null once the file is no more.</returns>
    public ImportSample? Sample(ImportRun run)
    {
        try
        {
            using var file = files.Open(run.Id);
            var rows = ImportList.Read(file, run.Format).SkipWhile(r => r.Number < run.HeaderRow).Take(SampleRows + 1).ToList();
            return rows.Count == 0 ? null : new ImportSample([.. rows[0].Cells.Select(c => c.Text)], rows[1..]);
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }

    /// <summary>
    /// The rows that are left out, read anew from the file one after the other: with what to mend. Empty once the file is no more.
    /// </summary>
    public IEnumerable<WrongRow> Wrong(ImportRun run)
    {
        var kind = kinds.Of(run.Kind);
        var pass = kind.Begin(run);
        using var file = Opened(run);
        if (file is null)
        {
            yield break;
        }

        foreach (var row in ImportList.Rows(file, run.Format, run.HeaderRow, run.Places, kind.Columns))
        {
            var problems = pass.Problems(row);
            if (problems.Count > 0)
            {
                yield return new WrongRow(row, [.. problems]);
            }
        }
    }

    private Stream? Opened(ImportRun run)
    {
        try
        {
            return files.Open(run.Id);
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }

    private IQueryable<NamedRun> Sheets(IQueryable<ImportRun> runs) =>
        from run in runs
        join staff in db.StaffMembers on run.StartedBy equals staff.Id into starters
        from starter in starters.DefaultIfEmpty()
        select new NamedRun { Run = run, Name = starter == null ? "" : starter.Name };

    private ImportSheet Named(ImportRun run, string startedBy) => new(run, cipher.Open(run.FileName, ImportRun.Table, run.Id, "file_name"), startedBy);

    private sealed class NamedRun
    {
        public required ImportRun Run { get; init; }

        public required string Name { get; init; }
    }
}
