using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Complaints.Changes;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Phrases;
using SlrtBot.Core.Settings;
using SlrtBot.Core.Staff;
using SlrtBot.TestKit;
using Xunit;

namespace SlrtBot.Core.Tests.Settings;

public sealed class CategoryTermsTests
{
    private static readonly StaffScope Manager = TestData.Staff(Role.Manager, readsSensitive: true);
    private readonly SettledValues _settled = new();

    [Theory, OnSqlite, OnPostgres]
    public async Task What_is_made_sensitive_is_kept_from_then_on_and_what_was_lodged_before_stays_as_it_is(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await NewAsync(provider);
        var before = await database.LodgeAsync(TestData.Story());

        // Act
        Assert.True((await SettleAsync(database, "category.P1.sensitive", "yes")).Succeeded);
        var after = await database.LodgeAsync(TestData.Story());
        var moved = await database.LodgeAsync(TestData.Story(category: "P3"));
        await RecategoriseAsync(database, moved, "P1");
        var last = await database.ReadAsync(db => db.SettingDecisions.SingleAsync());
        Assert.True((await SettleAsync(database, "category.P1.sensitive", null, last.Id)).Succeeded);
        var again = await database.LodgeAsync(TestData.Story());

        // Assert
        Assert.Equal(
            [false, true, true, false],
            new[] { await database.ReloadAsync(before), after, await database.ReloadAsync(moved), again }.Select(c => c.IsSensitive));
        Assert.Equal((null, "yes"), (last.Before, last.After));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_name_is_read_everywhere_at_once_and_an_empty_one_is_the_catalogues_again(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await NewAsync(provider);
        var book = database.Services.GetRequiredService<PhraseBook>();

        // Act
        Assert.True((await SettleAsync(database, "phrase.id.category.N3", " Rumah {tidak} layak ")).Succeeded);
        var (named, english, usual) = (book.Get("id", "category.N3"), book.Get("en", "category.N3"), book.Usual("id", "category.N3"));
        var last = await database.ReadAsync(db => db.SettingDecisions.SingleAsync());
        Assert.True((await SettleAsync(database, "phrase.id.category.N3", " ", last.Id)).Succeeded);

        // Assert
        Assert.Equal(("Rumah {tidak} layak", "House, power, water", "Rumah, listrik, air"), (named, english, usual));
        Assert.Equal("Rumah, listrik, air", book.Get("id", "category.N3"));
        Assert.Equal(0, await database.ReadAsync(db => db.Settings.CountAsync()));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_the_program_or_somebody_in_danger_relies_on_is_refused_by_name(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await NewAsync(provider);
        (string Code, string Value, string Expected)[] wanted =
        [
            .. new[] { "N10", "O2", "P2", "N1", "N6", "N7", "N8", "N9" }.Select(c => ($"category.{c}.offered", "no", "category_needed")),
            ("category.O2.offered", "yes", "category_needed"),
            .. new[] { "P2", "P5", "N8" }.Select(c => ($"category.{c}.sensitive", "no", "category_stays_sensitive")),
            ("category.K1.offered", "perhaps", "setting_unread"),
            ("category.K1.offered", "", "required"),
            ("category.K1.zzz", "no", "not_found"),
            ("category.ZZ.offered", "no", "not_found"),
            ("phrase.id.category.ZZ", "Nama", "not_found"),
            ("phrase.id.status.received", "Nama", "not_found"),
            ("phrase.su.category.K1", "Nama", "not_found"),
            ("phrase.id.category.K1", "N", "setting_unread"),
            ("phrase.id.category.K1", "123", "setting_unread"),
            ("phrase.id.category.K1", new string('n', 25), "setting_unread"),
            ("phrase.id.category.K1", "minta didata", "name_taken"),
            ("phrase.en.category.K1", " ", "already_done"),
        ];

        // Act
        var codes = new List<string>();
        foreach (var one in wanted)
        {
            codes.Add((await SettleAsync(database, one.Code, one.Value)).Refusals[0].Code);
        }

        // Assert
        Assert.Equal(wanted.Select(w => w.Expected), codes);
        Assert.Equal(0, await database.ReadAsync(db => db.SettingDecisions.CountAsync()));
    }

    [Fact]
    public void A_group_that_offers_nothing_is_not_offered_and_whoever_stands_before_it_still_chooses()
    {
        // Arrange
        var terms = new CategoryTerms(_settled);
        var all = terms.Groups;

        // Act
        _settled.Settle(new("category.N3.offered"), "no");
        _settled.Settle(new("category.N1.offered"), "no");
        _settled.Settle(new("category.K5.offered"), "no");
        _settled.Settle(new("category.P5.identity"), "yes");

        // Assert: what somebody in danger needs stays, whatever is written down
        Assert.Equal(ComplaintCategory.Groups.Select(g => g.Code), all);
        Assert.Equal(all.Where(g => g != "house"), terms.Groups);
        Assert.Equal(["N3"], terms.InGroup("house"));
        Assert.Equal(["K2", "N1"], terms.InGroup("health"));
        Assert.Empty(terms.InGroup(null));
        Assert.Equal((false, true, false), (terms.IsOffered("N3"), terms.IsOffered("N1"), terms.IsOffered("O2")));
        Assert.True(terms.Get("P5").NeedsIdentity);
        Assert.Same(terms.Get("P5"), terms.Get("P5"));
    }

    [Fact]
    public void A_language_that_offices_do_not_write_shows_their_indonesian_name()
    {
        // Arrange
        var book = PhraseBook.Load(typeof(PhraseBook).Assembly).Settled(_settled).Speaking(["id", "en", "su"]).Lenient();
        var before = book.Get("su", "category.K1");

        // Act
        _settled.Settle(new("phrase.id.category.K1"), "Belum terdaftar");

        // Assert
        Assert.NotEqual("Belum terdaftar", before);
        Assert.Equal(("Belum terdaftar", "Never received aid"), (book.Get("su", "category.K1"), book.Get("en", "category.K1")));
    }

    private static async Task<TestDatabase> NewAsync(DatabaseProvider provider)
    {
        var database = await TestData.WithAreasAsync(provider);
        // What is settled holds at the commit because this listens.
        _ = database.Services.GetServices<IHostedService>().ToList();
        return database;
    }

    private static Task<Outcome<Done>> SettleAsync(TestDatabase database, string code, string? value, Guid seen = default) => database.Units.RunAsync<ChangeSetting, Done>(
        (act, ct) => act.DoAsync(new(new(code), value, "SK Kepala Dinas", seen), Manager, Provenance.Staff(Manager.StaffId, database.Clock.UtcNow), ct), CancellationToken.None);

    private static async Task RecategoriseAsync(TestDatabase database, Complaint complaint, string category)
    {
        var input = new RecategoriseInput(complaint.Id, complaint.Version, category, false, null, "Salah jenis", SequentialId.Next(database.Clock.UtcNow));
        var office = TestData.Staff(Role.Frontoffice);
        Assert.True((await database.Units.RunAsync<RecategoriseComplaint, Complaint>(
            (act, ct) => act.DoAsync(input, office, Provenance.Staff(office.StaffId, database.Clock.UtcNow), ct), CancellationToken.None)).Succeeded);
    }
}
