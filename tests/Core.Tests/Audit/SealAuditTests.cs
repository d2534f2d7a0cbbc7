using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Jobs;
using SlrtBot.Core.Persistence;
using SlrtBot.TestKit;
using Xunit;

namespace SlrtBot.Core.Tests.Audit;

public sealed class SealAuditTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Each_seal_covers_what_came_since_the_last_and_continues_its_hash(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        await database.LodgeAsync(TestData.Story());
        database.Clock.Advance(TimeSpan.FromMinutes(2));
        await RunAsync(database);
        await database.LodgeAsync(TestData.Story());
        await RunAsync(database);
        database.Clock.Advance(TimeSpan.FromMinutes(2));

        // Act
        await RunAsync(database);
        await RunAsync(database);

        // Assert
        var seals = await database.ReadAsync(db => db.AuditSeals.OrderBy(s => s.Number).ToListAsync());
        var acts = await database.ReadAsync(db => db.AuditActs.OrderBy(a => a.Id).ToListAsync());
        Assert.Equal([2, 1], seals.Select(s => s.Acts));
        var chain = database.Services.GetRequiredService<AuditChain>();
        Assert.Equal(chain.Hash([], acts.Take(2)), seals[0].Hash);
        Assert.Equal(chain.Hash(seals[0].Hash, acts.Skip(2)), seals[1].Hash);
    }

    private static Task RunAsync(TestDatabase database) =>
        database.Services.GetRequiredService<JobRunner>().RunAsync("seal-audit", CancellationToken.None);
}
