using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Complaints.Lodging;
using SlrtBot.Core.Complaints.Search;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Staff;
using SlrtBot.TestKit;
using Xunit;

namespace SlrtBot.Core.Tests.Complaints.Search;

public sealed class SearchTests
{
    private static readonly StaffScope Desk = TestData.Staff(Role.Manager, readsSensitive: true);

    [Theory, OnSqlite, OnPostgres]
    public async Task A_complaint_is_found_by_all_that_people_know_of_it(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var meant = await database.LodgeAsync(Told("Beras jatah saya dipotong ketua rukun", "Siti Rahayu", "+6281298765432") with { NationalId = "3204374506780012", SubjectName = "Muhammad Ropik", Subject = Subject.Family });
        await database.LodgeAsync(Told("Kartu berobat mati", "Dedi Kusnadi", "+6281211112222"));

        foreach (var typed in new[]
        {
            meant.Reference, meant.Reference.ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal), $"tolong {meant.Reference}",
            "siti", "sitti", "Siti Rahayu", "rahayoe", "mohamad", "Mohamad Rofik", "raha", "beras dipotong", "potong", "siti beras",
            "081298765432", "0812-9876-5432", "+62 812 9876 5432", "62812 98765432", "siti 0812 9876 5432",
            "3204374506780012", "3204 3745 0678 0012", "0012", "06780012",
        })
        {
            // Act
            var found = await FindAsync(database, typed);

            // Assert
            Assert.True(found.Hits.Select(h => h.Row.Reference).SequenceEqual([meant.Reference]), $"{typed}: {found.Count}");
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Numbers_stand_before_all_words_and_all_words_before_some(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var phone = await database.LodgeAsync(Told("Rumah roboh", "Entin", "+6281298765432"));
        var both = await database.LodgeAsync(Told("Beras tidak datang", "Dedi Kusnadi", null));
        var one = await database.LodgeAsync(Told("Beras berkutu", "Asep", null));

        // Act
        var found = await FindAsync(database, "dedi beras 081298765432");

        // Assert
        Assert.Equal(
            [(phone.Reference, SearchMatch.Phone), (both.Reference, SearchMatch.AllWords), (one.Reference, SearchMatch.SomeWords)],
            found.Hits.Select(h => (h.Row.Reference, h.Match)));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_village_finds_its_newest_and_narrows_a_name(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var areas = database.Services.GetRequiredService<SlrtBot.Core.Areas.AreaCatalogue>();
        var village = areas.Get(TestData.OtherVillage).Name;
        var there = await database.LodgeAsync(Told("Beras tidak datang", "Siti Rahayu", null) with { VillageCode = TestData.OtherVillage });
        await database.LodgeAsync(Told("Beras tidak datang", "Siti Maryam", null));

        // Act
        var alone = await FindAsync(database, $"desa {village}");
        var narrowed = await FindAsync(database, $"siti {village}");

        // Assert
        Assert.Equal([(there.Reference, SearchMatch.Place)], alone.Hits.Select(h => (h.Row.Reference, h.Match)));
        Assert.Equal((there.Reference, SearchMatch.AllWords), (narrowed.Hits[0].Row.Reference, narrowed.Hits[0].Match));
        Assert.All(narrowed.Hits.Skip(1), h => Assert.Equal(SearchMatch.SomeWords, h.Match));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_somebody_may_not_see_is_no_hit_no_count_and_no_gap(DatabaseProvider provider)
    {
        // Arrange: one each that is ordinary, elsewhere, sensitive, and about the manager, all alike.
        await using var database = await TestData.WithAreasAsync(provider);
        var told = Told("Beras tidak datang", "Siti Rahayu", "+6281298765432") with { NationalId = "3204374506780012" };
        var ordinary = await database.LodgeAsync(told);
        var elsewhere = await database.LodgeAsync(told with { DraftId = NewId(), VillageCode = TestData.OtherVillage });
        var sensitive = await database.LodgeAsync(told with { DraftId = NewId(), CategoryCode = "N8" });
        var about = await database.LodgeAsync(told with { DraftId = NewId(), CategoryCode = "P5", Concerns = Concern.Manager });
        var facilitator = TestData.Staff(Role.Facilitator, TestData.Village);
        var administrator = TestData.Staff(Role.Administrator);

        foreach (var typed in new[] { "siti rahayu", "beras", "siti kecap", "081298765432", "3204374506780012", "0012" })
        {
            // Act, Assert
            Assert.Equal([ordinary.Id], await IdsAsync(database, typed, facilitator));
            Assert.Equal(new[] { ordinary.Id, elsewhere.Id, sensitive.Id }.Order(), (await IdsAsync(database, typed, Desk)).Order());
            Assert.Equal([about.Id], await IdsAsync(database, typed, administrator));
            Assert.Empty(await IdsAsync(database, typed, TestData.Staff(Role.Overseer, "32")));
        }

        Assert.Empty(await IdsAsync(database, sensitive.Reference, facilitator));
        Assert.Empty(await IdsAsync(database, about.Reference, Desk));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_NIK_is_found_only_by_those_who_register_people(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var complaint = await database.LodgeAsync(Told("Beras tidak datang", "Siti", null) with { NationalId = "3204374506780012" });
        var backOffice = TestData.Staff(Role.Backoffice);

        // Act, Assert
        Assert.Equal([complaint.Id], await IdsAsync(database, "siti", backOffice));
        Assert.Empty(await IdsAsync(database, "3204374506780012", backOffice));
        Assert.Empty(await IdsAsync(database, "0012", backOffice));
        Assert.Equal([complaint.Id], await IdsAsync(database, "0012", TestData.Staff(Role.Frontoffice)));
        Assert.Empty(await IdsAsync(database, "90012", TestData.Staff(Role.Frontoffice)));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_page_opens_its_own_rows_and_the_pages_hold_each_once(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var lodged = new List<Guid>();
        for (var i = 0; i < SearchPage.Size + 3; i++)
        {
            lodged.Add((await database.LodgeAsync(Told("Beras tidak datang", "Siti", null))).Id);
        }

        // Act
        var first = await FindAsync(database, "siti beras");
        var second = await FindAsync(database, "siti beras", page: 2);
        var beyond = await FindAsync(database, "siti beras", page: 99);

        // Assert
        Assert.Equal((SearchPage.Size, lodged.Count, true), (first.Hits.Count, first.Count, first.HasMore));
        Assert.Equal(lodged.AsEnumerable().Reverse(), first.Hits.Concat(second.Hits).Select(h => h.Row.Id));
        Assert.Equal((2, false), (beyond.Page, beyond.HasMore));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_name_is_shown_shortened(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        await database.LodgeAsync(Told("Beras tidak datang", "Entin Rahayu Kusumawati", null));

        // Act
        var found = await FindAsync(database, "entin");

        // Assert
        Assert.Equal("Entin R. K.", found.Hits[0].Name);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task NIKs_from_before_get_their_index_and_an_erased_one_loses_it(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var complaint = await database.LodgeAsync(Told("Beras tidak datang", "Siti", null) with { NationalId = "3204374506780012" });
        await database.LodgeAsync(Told("Beras tidak datang", "Dedi", null));
        await ChangeAsync(database, async db => (await db.Complaints.SingleAsync(c => c.Id == complaint.Id)).NationalIdTail = null);
        var before = await IdsAsync(database, "0012", Desk);

        // Act
        var first = await database.Services.GetRequiredService<IndexNumbersJob>().RunAsync(CancellationToken.None);
        var again = await database.Services.GetRequiredService<IndexNumbersJob>().RunAsync(CancellationToken.None);

        // Assert
        Assert.Empty(before);
        Assert.Equal((1, 0), (first.Handled, again.Handled));
        Assert.Equal([complaint.Id], await IdsAsync(database, "0012", Desk));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Every_search_is_audited_without_its_words(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        await database.LodgeAsync(Told("Beras tidak datang", "Siti", "+6281298765432"));
        await using var scope = database.Services.CreateAsyncScope();
        var searches = scope.ServiceProvider.GetRequiredService<Searches>();
        var by = Provenance.Staff(Desk.StaffId, database.Clock.UtcNow);

        // Act
        foreach (var typed in new[] { "siti", "siti", "081298765432", "%" })
        {
            await searches.RunAsync(typed, 1, Desk, by, CancellationToken.None);
        }

        // Assert
        var acts = await database.ReadAsync(db => db.AuditActs.Where(a => a.Verb == "complaint.searched").OrderBy(a => a.Id).ToListAsync());
        Assert.Equal(
            [
                """{"kind":"words","count":1,"page":1,"place":"search"}""", """{"kind":"words","count":1,"page":1,"place":"search"}""",
                """{"kind":"phone","count":1,"page":1,"place":"search"}""",
            ],
            acts.Select(a => a.Data));
        Assert.All(acts, a => Assert.Equal(Desk.StaffId, a.ActorId));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task T_43_whoever_goes_through_NIKs_is_stopped_for_an_hour_and_that_is_on_record(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var complaint = await database.LodgeAsync(Told("Beras tidak datang", "Siti", null) with { NationalId = "3204374506780012" });
        await using var scope = database.Services.CreateAsyncScope();
        var searches = scope.ServiceProvider.GetRequiredService<Searches>();
        Task<(SearchTerms Terms, SearchPage Found)> Search(string typed, StaffScope staff) =>
            searches.RunAsync(typed, 1, staff, Provenance.Staff(staff.StaffId, database.Clock.UtcNow), CancellationToken.None);
        for (var i = 0; i < NationalIdPace.MostAnHour; i++)
        {
            await Search($"32043745067{i:D5}", Desk);
            await Search($"32043745067{i:D5}", Desk);
        }

        // Act
        var stopped = await Search("3204374506780012", Desk);
        var desk = await searches.OfPersonAsync("Siti", null, "3204374506780012", Desk, Provenance.Staff(Desk.StaffId, database.Clock.UtcNow), CancellationToken.None);
        var byName = await Search("siti", Desk);
        var colleague = await Search("3204374506780012", TestData.Staff(Role.Frontoffice));
        database.Clock.Advance(TimeSpan.FromHours(1));
        var later = await Search("3204374506780012", Desk);

        // Assert
        Assert.Equal((SearchProblem.ManyNumbers, 0), (stopped.Terms.Problem, stopped.Found.Count));
        Assert.Equal(SearchMatch.AllWords, Assert.Single(desk).Match);
        Assert.All([byName, colleague, later], answer => Assert.Equal(complaint.Reference, answer.Found.Hits.Single().Row.Reference));
        Assert.Equal(2, await database.ReadAsync(db => db.AuditActs.CountAsync(a => a.Verb == "complaint.search_stopped" && a.ActorId == Desk.StaffId)));
    }

    private static LodgeComplaintInput Told(string story, string name, string? phone) => TestData.Story(category: "K1") with
    {
        DraftId = NewId(),
        Story = story,
        ReporterName = name,
        Phone = phone,
    };

    private static Guid NewId() => SequentialId.Next(DateTime.UnixEpoch);

    private static async Task<SearchPage> FindAsync(TestDatabase database, string typed, StaffScope? staff = null, int page = 1)
    {
        await using var scope = database.Services.CreateAsyncScope();
        var terms = scope.ServiceProvider.GetRequiredService<SearchReader>().Read(typed);
        return await scope.ServiceProvider.GetRequiredService<SearchQueries>().FindAsync(terms, page, staff ?? Desk, CancellationToken.None);
    }

    private static async Task<List<Guid>> IdsAsync(TestDatabase database, string typed, StaffScope staff)
    {
        var found = await FindAsync(database, typed, staff);
        Assert.Equal(found.Count, found.Hits.Count);
        Assert.False(found.IsCut);
        return [.. found.Hits.Select(h => h.Row.Id)];
    }

    private static async Task ChangeAsync(TestDatabase database, Func<SlrtDbContext, Task> change)
    {
        await using var scope = database.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SlrtDbContext>();
        await change(db);
        await database.Gate.SaveAsync(db, CancellationToken.None);
    }
}
