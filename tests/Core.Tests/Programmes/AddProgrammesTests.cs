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

        // Act
        var first = await AddAsync(database);
        var second = await AddAsync(database);

        // Assert
        Assert.Equal((30, 0), (first, second));
        var pkh = await database.ReadAsync(db => db.Programmes.SingleAsync(p => p.Code == "PKH"));
        Assert.Equal(("PKH Kabupaten", false), (pkh.Name, pkh.IsActive));
        Assert.Equal(1, await database.ReadAsync(db => db.AuditActs.CountAsync(a => a.Verb == "programmes.added")));
    }

    private static async Task<int> AddAsync(TestDatabase database) =>
        (await database.Units.RunAsync<AddProgrammes, int>(
            (act, stop) => act.DoAsync(Provenance.Job("programmes", database.Clock.UtcNow), stop), CancellationToken.None)).Value;
}
