using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Sealing;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Complaints.Search;

/// <summary>Searches for members of staff. That they searched is stored before they see what was found, each time.</summary>
public sealed class Searches(SearchReader reader, SearchQueries queries, NationalIdPace pace, BlindIndex blind, UnitOfWork units)
{
    /// <param name="page">Counted from 1.</param>
    /// <exception cref="StorageUnavailableException">It could not be stored, so nothing is shown.</exception>
    public async Task<(SearchTerms Terms, SearchPage Found)> RunAsync(
        string? typed, int page, StaffScope scope, Provenance by, CancellationToken cancellationToken)
    {
        var terms = reader.Read(typed);
        if (!IsPaced(terms, scope))
        {
            _ = await units.RunAsync<RecordSearch, Done>((act, cancel) => act.StopAsync("search", by, cancel), cancellationToken);
            return (new SearchTerms { Problem = SearchProblem.ManyNumbers }, SearchPage.Nothing);
        }

        return (terms, await RunAsync(terms, page, "search", scope, by, cancellationToken));
    }

    /// <summary>Complaints of somebody who is being registered: by phone, NIK or the whole name.</summary>
    /// <inheritdoc cref="RunAsync(string?, int, StaffScope, Provenance, CancellationToken)" path="/exception"/>
    public async Task<IReadOnlyList<SearchHit>> OfPersonAsync(
        string? name, string? phone, string? nationalId, StaffScope scope, Provenance by, CancellationToken cancellationToken)
    {
        var terms = reader.Person(name, phone, nationalId);
        if (!IsPaced(terms, scope))
        {
            _ = await units.RunAsync<RecordSearch, Done>((act, cancel) => act.StopAsync("intake", by, cancel), cancellationToken);
            terms = reader.Person(name, phone, null);
        }

        var found = await RunAsync(terms, 1, "intake", scope, by, cancellationToken);
        return [.. found.Hits.Where(hit => hit.Match is not (SearchMatch.SomeWords or SearchMatch.Place))];
    }

    /// <summary>Whoever may not find a NIK at all has no pace either.</summary>
    private bool IsPaced(SearchTerms terms, StaffScope scope) => !terms.AsksForNationalId || !scope.May(Permission.ReceiveComplaints)
        || pace.Allows(scope.StaffId, terms.NationalId is { } number ? blind.Of(BlindIndex.Nik, number) : blind.Of(BlindIndex.NikTail, terms.Tail!));

    private async Task<SearchPage> RunAsync(
        SearchTerms terms, int page, string place, StaffScope scope, Provenance by, CancellationToken cancellationToken)
    {
        if (terms.Problem != SearchProblem.None)
        {
            return SearchPage.Nothing;
        }

        var found = await queries.FindAsync(terms, page, scope, cancellationToken);
        _ = await units.RunAsync<RecordSearch, Done>((act, cancel) => act.DoAsync(terms.Kind, found.Count, found.Page, place, by, cancel), cancellationToken);
        return found;
    }
}
