using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Language;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Sealing;

namespace SlrtBot.Core.Persons;

/// <param name="NationalId">16 digits.</param>
/// <param name="Phone">E.164.</param>
public sealed record PersonFacts(string? Name, string? NationalId, string? Phone, DateOnly? BornOn, string VillageCode);

/// <summary>Writes persons down sealed, opens them, finds rows by their blind indexes, and empties them.</summary>
public sealed class PersonBook(SlrtDbContext db, FieldCipher cipher, BlindIndex blind, SealedColumns columns, AuditTrail audit)
{
    private const string Day = "yyyy-MM-dd";

    /// <summary>More of one name in one village tells nobody apart.</summary>
    private const int MostOfName = 500;

    public Person Make(PersonFacts facts, Provenance by)
    {
        var id = SequentialId.Next(by.At);
        var person = new Person
        {
            Id = id,
            Name = cipher.SealOptional(facts.Name, Person.Table, id, "name"),
            NationalId = cipher.SealOptional(facts.NationalId, Person.Table, id, "national_id"),
            NationalIdIndex = facts.NationalId is { } number ? blind.Of(BlindIndex.Nik, number) : null,
            Phone = cipher.SealOptional(facts.Phone, Person.Table, id, "phone"),
            PhoneIndex = facts.Phone is { } phone ? blind.Of(BlindIndex.Phone, phone) : null,
            BornOn = cipher.SealOptional(facts.BornOn?.ToString(Day, CultureInfo.InvariantCulture), Person.Table, id, "born_on"),
            VillageCode = facts.VillageCode,
            MadeAt = by.At,
        };
        db.Add(person);
        AddWords(person, facts.Name);
        audit.Record(by, "person.made", "person", id);
        return person;
    }

    public PersonFacts Open(Person person)
    {
        string? Of(Sealed? value, string column) => cipher.OpenOptional(value, Person.Table, person.Id, column);
        var born = Of(person.BornOn, "born_on");
        return new PersonFacts(
            Of(person.Name, "name"), Of(person.NationalId, "national_id"), Of(person.Phone, "phone"),
            born is null ? null : DateOnly.ParseExact(born, Day, CultureInfo.InvariantCulture), person.VillageCode);
    }

    /// <summary>The words of a name, as they are kept; nothing for a person without one.</summary>
    public void AddWords(Person person, string? name) => db.AddRange(
        Hashes(name).Select(word => new PersonWord { VillageCode = person.VillageCode, Word = word, PersonId = person.Id }));

    public async Task RemoveWordsAsync(Guid personId, CancellationToken cancellationToken)
    {
        var words = await db.PersonWords.Where(w => w.PersonId == personId).ToListAsync(cancellationToken);
        db.RemoveRange(words);
    }

    /// <summary>Nothing of them can be read any more once this is saved.</summary>
    /// <param name="person">Tracked.</param>
    public async Task EmptyAsync(Person person, Provenance by, CancellationToken cancellationToken)
    {
        columns.Empty(person);
        person.NationalIdIndex = person.PhoneIndex = null;
        person.ErasedAt = by.At;
        await RemoveWordsAsync(person.Id, cancellationToken);
        audit.Record(by, "person.erased", "person", person.Id);
    }

    public IQueryable<Person> WithNationalId(string digits)
    {
        var index = blind.Of(BlindIndex.Nik, digits);
        return db.Persons.Where(p => p.NationalIdIndex == index);
    }

    public IQueryable<Person> WithPhone(string e164)
    {
        var index = blind.Of(BlindIndex.Phone, e164);
        return db.Persons.Where(p => p.PhoneIndex == index);
    }

    /// <summary>Whoever in the village is called nearly so: two parts of the name, or all of a shorter one, are the same, or sound or begin alike.</summary>
    public async Task<IReadOnlyList<Guid>> CalledAsync(string name, string village, CancellationToken cancellationToken)
    {
        var parts = PartsOf(name);
        var hashes = parts.SelectMany(part => part).ToList();
        if (hashes.Count == 0)
        {
            return [];
        }

        var found = await db.PersonWords.Where(w => w.VillageCode == village && hashes.Contains(w.Word)).Select(w => new { w.PersonId, w.Word })
            .Take(MostOfName).ToListAsync(cancellationToken);
        var least = Math.Min(2, parts.Count);
        return [.. found.GroupBy(f => f.PersonId).Where(g => parts.Count(part => g.Any(f => part.Any(h => h.AsSpan().SequenceEqual(f.Word)))) >= least).Select(g => g.Key)];
    }

    /// <summary>Whether two names may be one: by the same rule.</summary>
    public bool AreAlike(string? name, string? other)
    {
        if (name is null || other is null)
        {
            return false;
        }

        var parts = PartsOf(name);
        var words = Hashes(other).ToList();
        return parts.Count > 0 && parts.Count(part => part.Any(h => words.Exists(w => h.AsSpan().SequenceEqual(w)))) >= Math.Min(2, parts.Count);
    }

    private IEnumerable<byte[]> Hashes(string? name) =>
        string.IsNullOrWhiteSpace(name) ? [] : TextFolding.SearchWords("", name).Select(blind.Word).DistinctBy(Convert.ToHexString);

    private List<IReadOnlyList<byte[]>> PartsOf(string name) =>
        [.. TextFolding.QueryWords(name).Select(IReadOnlyList<byte[]> (tokens) => [.. tokens.Select(blind.Word)]).Where(part => part.Count > 0)];
}
