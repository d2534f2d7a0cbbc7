using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Complaints.Search;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Numbers;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Persons;
using SlrtBot.Core.Sealing;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Complaints.Persons;

/// <summary>Why a person may be meant, surest first; labels <c>person_match.{code}</c>.</summary>
public enum PersonMatch
{
    NationalId,
    Phone,
    Name,
    BornOn,
}

/// <summary>A person in a list: enough to know again whom one looks for, too little to learn it.</summary>
/// <param name="Name">Shortened: <c>Siti R. K.</c></param>
/// <param name="NationalId">Masked but for its last four digits.</param>
/// <param name="Phone">Masked but for its last three digits.</param>
/// <param name="Complaints">That the reader sees.</param>
/// <param name="LastAt">When the latest of them was lodged.</param>
public sealed record KnownPerson(
    Guid Id, int Version, string? Name, string? NationalId, string? Phone, string VillageCode, int Complaints, DateTime LastAt, IReadOnlyList<PersonMatch> Because);

/// <summary>Persons who may be the one at hand, among those that the reader sees. That they were looked for is stored each time.</summary>
public sealed class KnownPersons(SlrtDbContext db, PersonBook book, FieldCipher cipher, BlindIndex blind, NationalIdPace pace, UnitOfWork units)
{
    public const int Most = 6;

    /// <summary>Of each match: more with one number are no persons, and the page says nothing of them.</summary>
    private const int MostOfEach = 20;

    /// <summary>For a complaint that is at hand.</summary>
    public Task<IReadOnlyList<KnownPerson>> CandidatesAsync(Complaint complaint, StaffScope scope, Provenance by, CancellationToken cancellationToken) =>
        complaint.IsAnonymous ? Task.FromResult<IReadOnlyList<KnownPerson>>([]) : FindAsync(cipher.FactsOf(complaint), complaint.PersonId, scope, by, cancellationToken);

    /// <param name="sought">As far as it is known; of a name, only who lives in the same village.</param>
    /// <param name="except">Who is not looked for.</param>
    public async Task<IReadOnlyList<KnownPerson>> FindAsync(PersonFacts sought, Guid? except, StaffScope scope, Provenance by, CancellationToken cancellationToken)
    {
        if (sought is { Name: null, NationalId: null, Phone: null })
        {
            return [];
        }

        var number = sought.NationalId is { } digits && pace.Allows(scope.StaffId, blind.Of(BlindIndex.Nik, digits)) ? digits : null;
        var found = await LookAsync(sought with { NationalId = number }, cancellationToken);
        found.Remove(except ?? Guid.Empty);
        var persons = await OpenAsync(found, scope, cancellationToken);
        var kind = number is not null ? SearchKind.NationalId : sought.Phone is not null ? SearchKind.Phone : SearchKind.Words;
        _ = await units.RunAsync<RecordSearch, Done>((act, cancel) => act.DoAsync(kind, persons.Count, 1, "persons", by, cancel), cancellationToken);
        return persons;
    }

    /// <summary>One that was chosen before; null where the reader does not see it.</summary>
    public async Task<KnownPerson?> ByIdAsync(Guid id, StaffScope scope, CancellationToken cancellationToken) =>
        (await OpenAsync(new() { [id] = [] }, scope, cancellationToken)).SingleOrDefault();

    /// <summary>Persons who look like this one, and why.</summary>
    internal async Task<IReadOnlyList<KnownPerson>> LikeAsync(Person person, StaffScope scope, CancellationToken cancellationToken)
    {
        var found = await LookAsync(book.Open(person), cancellationToken);
        found.Remove(person.Id);
        return await OpenAsync(found, scope, cancellationToken);
    }

    private async Task<Dictionary<Guid, SortedSet<PersonMatch>>> LookAsync(PersonFacts sought, CancellationToken cancellationToken)
    {
        var found = new Dictionary<Guid, SortedSet<PersonMatch>>();
        void Add(IEnumerable<Guid> ids, PersonMatch match)
        {
            foreach (var id in ids)
            {
                (found.TryGetValue(id, out var because) ? because : found[id] = []).Add(match);
            }
        }

        if (sought.NationalId is { } number)
        {
            Add(await book.WithNationalId(number).OrderByDescending(p => p.Id).Select(p => p.Id).Take(MostOfEach).ToListAsync(cancellationToken), PersonMatch.NationalId);
        }

        if (sought.Phone is { } phone)
        {
            Add(await book.WithPhone(phone).OrderByDescending(p => p.Id).Select(p => p.Id).Take(MostOfEach).ToListAsync(cancellationToken), PersonMatch.Phone);
        }

        if (sought.Name is { } name && sought.VillageCode.Length > 0)
        {
            Add((await book.CalledAsync(name, sought.VillageCode, cancellationToken)).OrderDescending().Take(MostOfEach), PersonMatch.Name);
        }

        if (sought.BornOn is { } born)
        {
            var ids = found.Keys.ToList();
            var same = (await db.Persons.AsNoTracking().Where(p => ids.Contains(p.Id) && p.BornOn != null).ToListAsync(cancellationToken)).Where(p => book.Open(p).BornOn == born);
            Add(same.Select(p => p.Id), PersonMatch.BornOn);
        }

        return found;
    }

    private async Task<IReadOnlyList<KnownPerson>> OpenAsync(Dictionary<Guid, SortedSet<PersonMatch>> found, StaffScope scope, CancellationToken cancellationToken)
    {
        var ids = found.Keys.ToList();
        if (ids.Count == 0)
        {
            return [];
        }

        var counted = await db.Complaints.Received(scope).Where(c => c.PersonId != null && ids.Contains(c.PersonId.Value)).GroupBy(c => c.PersonId!.Value)
            .Select(g => new { g.Key, Count = g.Count(), Last = g.Max(c => c.LodgedAt) }).ToDictionaryAsync(g => g.Key, cancellationToken);
        var seen = counted.Keys.ToList();
        var persons = await db.Persons.AsNoTracking().Where(p => seen.Contains(p.Id) && p.MergedInto == null).ToListAsync(cancellationToken);
        return
        [
            .. persons.OrderByDescending(p => found[p.Id].Contains(PersonMatch.NationalId)).ThenByDescending(p => found[p.Id].Count).ThenByDescending(p => counted[p.Id].Last).Take(Most)
                .Select(p => (Person: p, Facts: book.Open(p))).Select(p => new KnownPerson(
                    p.Person.Id, p.Person.Version, ShortName.Of(p.Facts.Name), MaskedNumber(p.Facts.NationalId), MaskedPhone(p.Facts.Phone), p.Person.VillageCode,
                    counted[p.Person.Id].Count, counted[p.Person.Id].Last, [.. found[p.Person.Id]])),
        ];
    }

    internal static string? MaskedNumber(string? digits) => digits is null ? null : NationalId.Mask(digits);

    internal static string? MaskedPhone(string? e164) =>
        PhoneNumber.Readable(e164) is not { } readable ? null : readable.Length <= 3 ? readable : $"{new string('•', 4)} {readable[^3..]}";
}
