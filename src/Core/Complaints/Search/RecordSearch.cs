using SlrtBot.Core.Audit;
using SlrtBot.Core.Kernel;

namespace SlrtBot.Core.Complaints.Search;

/// <summary>Somebody has searched: of what kind, and how much was found; never for whom.</summary>
public sealed class RecordSearch(AuditTrail audit)
{
    /// <param name="place">Where in the console: <c>search</c> or <c>intake</c>.</param>
    public Task<Outcome<Done>> DoAsync(SearchKind kind, int count, int page, string place, Provenance by, CancellationToken cancellationToken)
    {
        audit.Record(by, "complaint.searched", "search", SequentialId.Next(by.At), new { kind = Codes.Of(kind), count, page, place });
        return Task.FromResult<Outcome<Done>>(default(Done));
    }

    /// <summary>Somebody looks for more NIKs than a desk has visitors, and finds none any more.</summary>
    public Task<Outcome<Done>> StopAsync(string place, Provenance by, CancellationToken cancellationToken)
    {
        audit.Record(by, "complaint.search_stopped", "search", SequentialId.Next(by.At), new { place });
        return Task.FromResult<Outcome<Done>>(default(Done));
    }
}
