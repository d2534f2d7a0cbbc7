using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Complaints.Access;
using SlrtBot.Core.Complaints.Lodging;
using SlrtBot.Core.Complaints.Queue;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Sealing;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Complaints.Search;

/// <summary>
/// Finds complaints among those that the reader sees, best first. What is found is ids, by blind indexes; only the rows of
/// one page are opened, and the candidates for the end of a NIK.
/// </summary>
public sealed class SearchQueries(SlrtDbContext db, FieldCipher cipher, BlindIndex blind, QueueRows rows, WordHits words)
{
    /// <summary>Of a number, of a village, and of the candidates that are opened.</summary>
    internal const int Most = 50;

    /// <param name="page">Counted from 1.</param>
    public async Task<SearchPage> FindAsync(SearchTerms terms, int page, StaffScope scope, CancellationToken cancellationToken)
    {
        var (ranked, isCut) = await RankAsync(terms, scope, cancellationToken);
        var shown = Math.Clamp(page, 1, Math.Max(1, (ranked.Count + SearchPage.Size - 1) / SearchPage.Size));
        var slice = ranked.Skip((shown - 1) * SearchPage.Size).Take(SearchPage.Size).ToList();
        var hits = slice.Count == 0 ? [] : await OpenAsync(slice, scope, cancellationToken);
        return new SearchPage(hits, ranked.Count, isCut, shown);
    }

    internal async Task<(List<(Guid Id, SearchMatch Match)> Ranked, bool IsCut)> RankAsync(
        SearchTerms terms, StaffScope scope, CancellationToken cancellationToken)
    {
        var (ranked, seen, isCut) = (new List<(Guid Id, SearchMatch Match)>(), new HashSet<Guid>(), false);
        void Add(SearchMatch match, List<Guid> ids, int most)
        {
            ranked.AddRange(ids.Take(most).Where(seen.Add).Select(id => (id, match)));
            isCut |= ids.Count > most;
        }

        if (terms.Reference is { } reference)
        {
            Add(SearchMatch.Reference, await Seen(scope).Where(c => c.Reference == reference).Select(c => c.Id).ToListAsync(cancellationToken), 1);
        }

        if (terms.Phone is { } phone)
        {
            Add(SearchMatch.Phone, await OfPhone(phone, scope).Take(Most + 1).ToListAsync(cancellationToken), Most);
        }

        if (terms.NationalId is { } number)
        {
            Add(SearchMatch.NationalId, await OfNationalId(number, scope).Take(Most + 1).ToListAsync(cancellationToken), Most);
        }

        if (terms.Tail is { } tail)
        {
            var (ids, isFull) = await OfTailAsync(tail, scope, cancellationToken);
            Add(SearchMatch.NationalId, ids, Most);
            isCut |= isFull;
        }

        if (terms.Words.Count > 0)
        {
            var sorted = await words.SortAsync(terms.Words, cancellationToken);
            Add(SearchMatch.AllWords, await words.AllAsync(sorted, Seen(scope), cancellationToken), WordHits.MostOfAll);
            Add(SearchMatch.Place, await PlacedAsync(terms, scope, cancellationToken), Most);
            if (ranked.Count < SearchPage.Size && sorted.Count > 1)
            {
                Add(SearchMatch.SomeWords, await words.SomeAsync(sorted, Seen(scope), cancellationToken), Most);
            }
        }
        else if (terms.Places.Count > 0)
        {
            Add(SearchMatch.Place, await PlacedAsync(terms, scope, cancellationToken), Most);
        }

        return (ranked, isCut);
    }

    internal IQueryable<Guid> OfPhone(string e164, StaffScope scope)
    {
        var index = blind.Of(BlindIndex.Phone, e164);
        return Seen(scope).Where(c => c.PhoneIndex == index).OrderByDescending(c => c.Id).Select(c => c.Id);
    }

    /// <summary>Only where the reader registers people: who else has a NIK in hand has no business with it here.</summary>
    internal IQueryable<Guid> OfNationalId(string digits, StaffScope scope)
    {
        var index = blind.Of(BlindIndex.Nik, digits);
        return Registered(scope).Where(c => c.NationalIdIndex == index).OrderByDescending(c => c.Id).Select(c => c.Id);
    }

    internal IQueryable<Complaint> OfTail(string digits, StaffScope scope)
    {
        var index = NationalIdTail.Of(blind, digits);
        return Registered(scope).Where(c => c.NationalIdTail != null && c.NationalIdTail == index).OrderByDescending(c => c.Id).Take(Most + 1);
    }

    private async Task<(List<Guid> Ids, bool IsFull)> OfTailAsync(string digits, StaffScope scope, CancellationToken cancellationToken)
    {
        var found = await OfTail(digits, scope).Select(c => new { c.Id, c.NationalId }).ToListAsync(cancellationToken);
        var same = found.Take(Most).Where(c => cipher.OpenOptional(c.NationalId, Complaint.Table, c.Id, "national_id")
            ?.EndsWith(digits, StringComparison.Ordinal) == true);
        return ([.. same.Select(c => c.Id)], found.Count > Most);
    }

    /// <summary>The newest of each village that the whole text names; where words were found the name must be right.</summary>
    private async Task<List<Guid>> PlacedAsync(SearchTerms terms, StaffScope scope, CancellationToken cancellationToken)
    {
        var exact = terms.Words.Count > 0 && terms.Words.All(w => w.Places.Count > 0)
            ? terms.Words.Select(w => w.Places).Aggregate((all, next) => [.. all.Intersect(next)])
            : [];
        var villages = (exact.Count > 0 ? exact : terms.Places).Take(WordHits.MostTokens).ToList();
        return villages.Count == 0 ? [] : await InVillages(villages, scope).ToListAsync(cancellationToken);
    }

    internal IQueryable<Guid> InVillages(IReadOnlyList<string> villages, StaffScope scope) => villages
        .Select(village => Seen(scope).Where(c => c.VillageCode == village)
            .OrderByDescending(c => c.PromiseOn).ThenByDescending(c => c.Id).Select(c => c.Id).Take(Most + 1))
        .Aggregate((all, next) => all.Concat(next));

    private async Task<IReadOnlyList<SearchHit>> OpenAsync(
        List<(Guid Id, SearchMatch Match)> slice, StaffScope scope, CancellationToken cancellationToken)
    {
        var ids = slice.Select(s => s.Id).ToList();
        var found = (await rows.ReadAsync(OfPage(ids, scope), cancellationToken)).ToDictionary(r => r.Id);
        var names = await OfPage(ids, scope).Select(c => new { c.Id, c.SubjectName, c.ReporterName, c.PersonId })
            .ToDictionaryAsync(c => c.Id, cancellationToken);
        SearchHit Hit(Guid id, SearchMatch match)
        {
            var subject = ShortName.Of(cipher.OpenOptional(names[id].SubjectName, Complaint.Table, id, "subject_name"));
            var reporter = ShortName.Of(cipher.OpenOptional(names[id].ReporterName, Complaint.Table, id, "reporter_name"));
            return new SearchHit(found[id], subject ?? reporter, subject is null ? null : reporter, match) { PersonId = names[id].PersonId };
        }

        return [.. slice.Where(s => found.ContainsKey(s.Id) && names.ContainsKey(s.Id)).Select(s => Hit(s.Id, s.Match))];
    }

    internal IQueryable<Complaint> OfPage(IReadOnlyCollection<Guid> ids, StaffScope scope) => db.Complaints.AsNoTracking().Among(ids).VisibleTo(scope);

    private IQueryable<Complaint> Seen(StaffScope scope) => db.Complaints.AsNoTracking().VisibleTo(scope);

    private IQueryable<Complaint> Registered(StaffScope scope) => Seen(scope).VisibleTo(scope, Permission.ReceiveComplaints);
}
