using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.TestKit;
using Xunit;

namespace SlrtBot.Core.Tests.Areas;

public sealed class ImportAreasTests : IDisposable
{
    private readonly string _lists = Directory.CreateTempSubdirectory("slrt-areas-").FullName;

    public void Dispose() => Directory.Delete(_lists, recursive: true);

    [Theory, OnSqlite, OnPostgres]
    public async Task The_first_start_imports_the_regency_served_and_the_second_nothing(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestDatabase.CreateAsync(provider);
        var prepare = database.Services.GetRequiredService<PrepareAreas>();
        var catalogue = database.Services.GetRequiredService<AreaCatalogue>();

        // Act
        var first = await prepare.AtStartAsync(CancellationToken.None);
        var second = await prepare.AtStartAsync(CancellationToken.None);

        // Assert
        Assert.Equal(new AreasImported(38 + 514 + 31 + 280, 38 + 514 + 31 + 280, 0, 0), first!.Value.Value);
        Assert.Null(second);
        Assert.Equal(863, await database.ReadAsync(db => db.Areas.CountAsync()));
        Assert.Equal(31, catalogue.Districts("32.04").Count);
        Assert.Equal("Desa Cangkuang, Kec. Cangkuang", catalogue.Path("32.04.44.2001"));
        Assert.Equal(VillageKind.Kelurahan, catalogue.Search("kel baleendah").Only?.Kind);
        Assert.Equal("Asia/Jakarta", catalogue.ZoneOf("32.04.44.2001").Id);
        Assert.All(await database.ReadAsync(db => db.Areas.ToListAsync()), a => Assert.Null(a.ValidFrom));
        var act = await database.ReadAsync(db => db.AuditActs.SingleAsync());
        Assert.Equal(("areas.import", "job", "areas.first_start"), (act.Verb, act.Door, act.Reason));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Importing_again_adds_another_regency_and_changes_nothing_else(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestDatabase.CreateAsync(provider);
        var prepare = database.Services.GetRequiredService<PrepareAreas>();
        await prepare.AtStartAsync(CancellationToken.None);

        // Act
        var again = await prepare.ImportAsync(null, By(database), CancellationToken.None);
        var cimahi = await prepare.ImportAsync(["32.77", "32.77"], By(database), CancellationToken.None);

        // Assert
        Assert.Equal((0, 0, 0), (again.Value.Added, again.Value.Renamed, again.Value.Ended));
        Assert.Equal((3 + 15, 0, 0), (cimahi.Value.Added, cimahi.Value.Renamed, cimahi.Value.Ended));
        Assert.Equal(3, database.Services.GetRequiredService<AreaCatalogue>().Districts("32.77").Count);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_code_that_vanishes_ends_a_new_one_begins_and_a_name_is_corrected(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestDatabase.CreateAsync(provider, WithLists);
        var prepare = database.Services.GetRequiredService<PrepareAreas>();
        Write("32.04.44.2001,Cangkuang", "32.04.44.2002,Ciluncat", "32.04.44.2003,Nagrak");
        await prepare.AtStartAsync(CancellationToken.None);

        // Act
        Write("32.04.44.2001,Cangkuang Baru", "32.04.44.2002,Ciluncat", "32.04.44.2004,Bandasari");
        var changed = await prepare.ImportAsync(null, By(database), CancellationToken.None);

        // Assert
        Assert.Equal(new AreasImported(6, 1, 1, 1), changed.Value);
        var areas = await database.ReadAsync(db => db.Areas.ToDictionaryAsync(a => a.Code));
        Assert.Equal(("Cangkuang Baru", "cangkuang baru"), (areas["32.04.44.2001"].Name, areas["32.04.44.2001"].FoldedName));
        Assert.Equal(new DateOnly(2026, 11, 23), areas["32.04.44.2003"].ValidTo);
        Assert.Equal(new DateOnly(2026, 11, 23), areas["32.04.44.2004"].ValidFrom);
        Assert.Equal(["Bandasari", "Cangkuang Baru", "Ciluncat"], database.Services.GetRequiredService<AreaCatalogue>().Villages("32.04.44").Select(v => v.Name));
        Assert.Contains("Cangkuang Baru", (await database.ReadAsync(db => db.AuditActs.OrderBy(a => a.Id).LastAsync())).Data, StringComparison.Ordinal);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_code_that_comes_back_is_valid_again_unless_staff_named_its_successor(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestDatabase.CreateAsync(provider, WithLists);
        var (back, replaced) = (Area.From("32.04.44.2002", "Ciluncat"), Area.From("32.04.44.2003", "Nagrak"));
        back.ValidTo = replaced.ValidTo = new DateOnly(2026, 1, 1);
        replaced.SuccessorCode = "32.04.44.2001";
        await database.AddAsync(back, replaced);
        Write("32.04.44.2001,Cangkuang", "32.04.44.2002,Ciluncat", "32.04.44.2003,Nagrak");

        // Act
        await database.Services.GetRequiredService<PrepareAreas>().AtStartAsync(CancellationToken.None);

        // Assert
        var areas = await database.ReadAsync(db => db.Areas.ToDictionaryAsync(a => a.Code));
        Assert.False(areas["32.04.44.2002"].HasEnded);
        Assert.True(areas["32.04.44.2003"].HasEnded);
    }

    [Fact]
    public async Task A_list_cut_off_on_its_way_ends_nothing()
    {
        // Arrange
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite, WithLists);
        var prepare = database.Services.GetRequiredService<PrepareAreas>();
        Write("32.04.44.2001,Cangkuang", "32.04.44.2002,Ciluncat", "32.04.44.2003,Nagrak");
        await prepare.AtStartAsync(CancellationToken.None);

        // Act
        Write("32.04.44.2001,Cangkuang");
        var refused = await prepare.ImportAsync(null, By(database), CancellationToken.None);

        // Assert
        Assert.Equal(ImportAreas.ListsIncomplete, Assert.Single(refused.Refusals).Code);
        Assert.Equal(0, await database.ReadAsync(db => db.Areas.CountAsync(a => a.ValidTo != null)));
    }

    [Theory]
    [InlineData("32")]
    [InlineData("32.99")]
    [InlineData("32.04.44")]
    [InlineData("Bandung")]
    [InlineData("")]
    public async Task What_is_no_regency_is_refused(string regency)
    {
        // Arrange
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);

        // Act
        var refused = await database.Services.GetRequiredService<PrepareAreas>().ImportAsync([regency], By(database), CancellationToken.None);

        // Assert
        Assert.Equal(ImportAreas.NotARegency, Assert.Single(refused.Refusals).Code);
        Assert.Equal(0, await database.ReadAsync(db => db.Areas.CountAsync()));
    }

    [Fact]
    public async Task Without_the_lists_the_start_says_what_is_missing()
    {
        // Arrange
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite, WithLists);

        // Act
        var outcome = await database.Services.GetRequiredService<PrepareAreas>().AtStartAsync(CancellationToken.None);

        // Assert
        Assert.Equal(ImportAreas.ListsMissing, Assert.Single(outcome!.Value.Refusals).Code);
    }

    private static Provenance By(TestDatabase database) => Provenance.Verb("areas import", database.Clock.UtcNow);

    private void WithLists(IServiceCollection services) => services.AddSingleton(new AreaSource(_lists));

    private void Write(params string[] villages)
    {
        void List(string name, params IEnumerable<string> lines) => File.WriteAllLines(Path.Combine(_lists, $"{name}.csv"), lines);

        List("provinces", "code,name", "32,Jawa Barat");
        List("regencies", "code,province_code,name", "32.04,32,Kabupaten Bandung");
        List("districts", "code,regency_code,name", "32.04.44,32.04,Cangkuang");
        List("villages", ["code,district_code,name", .. villages.Select(v => v.Replace(",", ",32.04.44,", StringComparison.Ordinal))]);
    }
}
