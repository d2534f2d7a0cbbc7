using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Complaints.Intake;
using SlrtBot.Core.Complaints.Persons;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persons;
using SlrtBot.Core.Staff;
using SlrtBot.TestKit;

namespace SlrtBot.Core.Tests.Complaints.Persons;

/// <summary>What staff do with persons, and what is there afterwards.</summary>
internal static class PersonActs
{
    public const string Number = "3204374506780012";
    public static readonly StaffScope Front = TestData.Staff(Role.Frontoffice);

    public static RegisterComplaintInput Form(TestDatabase database, string name = "Entin Sumarni", string? number = Number, string? phone = null) => new()
    {
        DraftId = SequentialId.Next(database.Clock.UtcNow),
        Channel = DeskChannel.Desk,
        Subject = Subject.Self,
        Name = name,
        NationalId = number,
        Phone = phone,
        Story = "Beras tidak datang",
        CategoryCode = "P1",
        VillageCode = TestData.Village,
        Consent = ConsentGiver.Self,
        ConsentOn = DateOnly.FromDateTime(database.Clock.UtcNow),
    };

    public static Task<Outcome<Complaint>> RegisterAsync(this TestDatabase database, RegisterComplaintInput input, StaffScope? by = null) =>
        database.Units.RunAsync<RegisterComplaint, Complaint>((act, stop) => act.DoAsync(input, by ?? Front, By(database, by), stop), default);

    public static async Task<Outcome<Complaint>> NameAsync(this TestDatabase database, Guid complaint, Guid? person, StaffScope? by = null, DateOnly? born = null, int? version = null)
    {
        var now = version ?? await database.ReadAsync(db => db.Complaints.Where(c => c.Id == complaint).Select(c => c.Version).SingleAsync());
        return await database.Units.RunAsync<NamePerson, Complaint>(
            (act, stop) => act.DoAsync(new(complaint, now, person, person is null, born), by ?? Front, By(database, by), stop), default);
    }

    public static async Task<Outcome<Done>> MergeAsync(this TestDatabase database, Guid kept, Guid dropped, StaffScope? by = null, PersonReason? reason = PersonReason.RegisteredTwice, int older = 0)
    {
        var versions = await database.ReadAsync(db => db.Persons.ToDictionaryAsync(p => p.Id, p => p.Version));
        return await database.Units.RunAsync<MergePersons, Done>(
            (act, stop) => act.DoAsync(new(kept, versions.GetValueOrDefault(kept) - older, dropped, versions.GetValueOrDefault(dropped), reason), by ?? Front, By(database, by), stop), default);
    }

    public static Task<Outcome<Done>> PartAsync(this TestDatabase database, Guid kept, Guid merge, StaffScope? by = null, PersonReason? reason = PersonReason.TwoPeople) =>
        database.Units.RunAsync<PartPersons, Done>((act, stop) => act.DoAsync(new(kept, merge, reason), by ?? Front, By(database, by), stop), default);

    public static Task<List<PersonMerge>> MergesAsync(this TestDatabase database) => database.ReadAsync(db => db.PersonMerges.AsNoTracking().OrderBy(m => m.Id).ToListAsync());

    public static async Task<T> AskAsync<TService, T>(this TestDatabase database, Func<TService, Task<T>> ask)
        where TService : notnull
    {
        await using var scope = database.Services.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<TService>());
    }

    /// <summary>Persons with their facts and words, and whom each complaint concerns; versions aside.</summary>
    public static Task<string> StateAsync(this TestDatabase database) => database.AskAsync<PersonBook, string>(async book =>
    {
        var persons = await database.ReadAsync(db => db.Persons.AsNoTracking().OrderBy(p => p.Id).ToListAsync());
        var words = (await database.ReadAsync(db => db.PersonWords.AsNoTracking().ToListAsync())).ToLookup(w => w.PersonId);
        var complaints = await database.ReadAsync(db => db.Complaints.AsNoTracking().OrderBy(c => c.Id).Select(c => new { c.Id, c.PersonId }).ToListAsync());
        string Index(byte[]? hash) => hash is null ? "" : Convert.ToHexString(hash);
        return string.Join(
            '\n', persons.Select(p => $"{p.Id} {book.Open(p)} {Index(p.NationalIdIndex)} {Index(p.PhoneIndex)} {p.MergedInto} {p.ErasedAt} {string.Join(',', words[p.Id].Select(w => $"{w.VillageCode} {Index(w.Word)}").Order(StringComparer.Ordinal))}")
                .Concat(complaints.Select(c => $"{c.Id} {c.PersonId}")));
    });

    public static Provenance By(TestDatabase database, StaffScope? by) => Provenance.Staff((by ?? Front).StaffId, database.Clock.UtcNow);
}
