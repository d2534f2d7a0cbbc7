using SlrtBot.Core.Areas;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Imports;

/// <param name="Columns">Field → place in the rows, counted from 0; what is not there is not read.</param>
/// <param name="Terms">What is said of the list as a whole.</param>
public sealed record CheckImportInput(ImportTarget Run, IReadOnlyDictionary<string, int> Columns, IReadOnlyDictionary<string, string> Terms);

/// <summary>Somebody said which column is what: every row is checked now, and nothing stored. May be said again with other columns.</summary>
public sealed class CheckImport(ReachImport reach, ImportKinds kinds, AreaCatalogue areas, AuditTrail audit)
{
    private const int MostColumns = 1000;

    public async Task<Outcome<ImportRun>> DoAsync(CheckImportInput input, StaffScope? actor, Provenance by, CancellationToken cancellationToken)
    {
        var reached = await reach.FindAsync(input.Run, actor, cancellationToken, ImportState.Uploaded, ImportState.Checked);
        if (!reached.Succeeded)
        {
            return reached;
        }

        var run = reached.Value;
        var kind = kinds.Of(run.Kind);
        var columns = input.Columns.Where(c => kind.Columns.Any(k => k.Code == c.Key) && c.Value is >= 0 and < MostColumns).ToDictionary();
        var problems = kind.Problems(input.Terms, columns.Keys.ToHashSet(), LocalDay.Of(by.At, areas.ZoneOf(run.RegencyCode))).ToList();
        problems.AddRange(columns.GroupBy(c => c.Value).Where(g => g.Count() > 1).Select(g => new Refusal("import_column_twice", g.Last().Key)));
        if (problems.Count > 0)
        {
            return problems;
        }

        run.Name(columns);
        run.Agree(input.Terms);
        (run.State, run.Position, run.Rows, run.Wrong, run.ChangedAt) = (ImportState.Checking, 0, 0, 0, by.At);
        audit.Record(by, "import.checking", "import", run.Id);
        return run;
    }
}
