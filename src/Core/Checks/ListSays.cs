using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Registry;

namespace SlrtBot.Core.Checks;

/// <summary>What the lists say of somebody, as far as that person would want to know when it changes.</summary>
/// <param name="Decile">1 to 10; null where the list does not say.</param>
/// <param name="Programmes">Codes of those that the list names.</param>
public sealed record ListSays(CheckOutcome Outcome, RegistrySource? Source, int? Decile, IReadOnlyList<string> Programmes)
{
    public static ListSays Of(Finding found) => found.Of is { Candidate: var of }
        ? new(found.Outcome, of.Snapshot.Source, of.Entry.Decile, of.Record.Programmes ?? [])
        : new(found.Outcome, null, null, []);

    /// <summary>
    /// Another outcome; or of somebody who is in both, another decile or other programmes. A list of another source that is silent
    /// about either has changed nothing.
    /// </summary>
    public bool DiffersFrom(ListSays before)
    {
        if (Outcome != before.Outcome)
        {
            return true;
        }

        if (Outcome is not (CheckOutcome.Listed or CheckOutcome.Unmatched))
        {
            return false;
        }

        var isSameKind = Source == before.Source;
        return (Decile != before.Decile && (isSameKind || (Decile is not null && before.Decile is not null)))
            || (!Programmes.Order().SequenceEqual(before.Programmes.Order()) && (isSameKind || (Programmes.Count > 0 && before.Programmes.Count > 0)));
    }
}

/// <summary>Reads again what a check found, from the list that it was found in.</summary>
public sealed class EarlierChecks(SlrtDbContext db, RegistryBook registry)
{
    public Task<RegistryCheck?> LastAsync(Guid complaintId, CancellationToken cancellationToken) =>
        db.RegistryChecks.AsNoTracking().Where(c => c.ComplaintId == complaintId).OrderByDescending(c => c.Id).FirstOrDefaultAsync(cancellationToken);

    public async Task<ListSays> SaidAsync(RegistryCheck check, CancellationToken cancellationToken)
    {
        var entry = check.EntryId is { } id ? await db.RegistryEntries.AsNoTracking().SingleOrDefaultAsync(e => e.Id == id, cancellationToken) : null;
        return new ListSays(check.Outcome, entry is null ? null : check.Source, entry?.Decile, entry is null ? [] : registry.Open(entry).Programmes ?? []);
    }
}
