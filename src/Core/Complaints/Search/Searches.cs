using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Complaints.Search;

/// <summary>Searches for members of staff. That they searched is stored before they see what was found, each time.</summary>
public sealed class Searches(SearchReader reader, SearchQueries queries, UnitOfWork units)
{
    /// <param name="page">Counted from 1.</param>
    /// <exception cref="StorageUnavailableException">It could not be stored, so nothing is shown.</exception>
    public async Task<(SearchTerms Terms, SearchPage Found)> RunAsync(
        string? typed, int page, StaffScope scope, Provenance by, CancellationToken cancellationToken, string place = "search")
    {
        var terms = reader.Read(typed);
        if (terms.Problem != SearchProblem.None)
        {
            return (terms, SearchPage.Nothing);
        }

        var found = await queries.FindAsync(terms, page, scope, cancellationToken);
        _ = await units.RunAsync<RecordSearch, Done>((act, cancel) => act.DoAsync(terms.Kind, found.Count, found.Page, place, by, cancel), cancellationToken);
        return (terms, found);
    }
}
