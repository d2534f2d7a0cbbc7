using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Programmes;
using SlrtBot.TestKit;
using Xunit;

namespace SlrtBot.Core.Tests.Programmes;

public sealed class AddProgrammesTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task What_staff_have_changed_stays_and_what_is_missing_is_added(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestDatabase.CreateAsync(provider);
        await database.AddAsync(new Programme { Code = "PKH", Name = "PKH Kabupaten", Owner = "Dinas Sosial", IsActive = false });
        await database.AddAsync(new Programme { Code = "BLK", Name = "BLK", Owner = "Disnaker", What = "Kursus menjahit." });

        // Act
        var first = await AddAsync(database);
        var second = await AddAsync(database);

        // Assert
        Assert.Equal((30, 0), (first, second)); // 29 new ones, and PKH, which nobody had described.
        var pkh = await database.ReadAsync(db => db.Programmes.SingleAsync(p => p.Code == "PKH"));
        Assert.Equal(("PKH Kabupaten", false, ProgrammeTopic.Money), (pkh.Name, pkh.IsActive, pkh.Topic));
        Assert.Equal(("Kursus menjahit.", null), await database.ReadAsync(
            db => db.Programmes.Where(p => p.Code == "BLK").Select(p => new ValueTuple<string?, string?>(p.What, p.Papers)).SingleAsync()));
        Assert.Equal(1, await database.ReadAsync(db => db.AuditActs.CountAsync(a => a.Verb == "programmes.added")));
    }

    private static async Task<int> AddAsync(TestDatabase database) =>
        (await database.Units.RunAsync<AddProgrammes, int>(
            (act, stop) => act.DoAsync(Provenance.Job("programmes", database.Clock.UtcNow), stop), CancellationToken.None)).Value;
}
