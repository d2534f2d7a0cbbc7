using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Jobs;
using SlrtBot.Core.Kernel;
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

    [Theory, OnSqlite, OnPostgres]
    public async Task A_line_stamped_long_before_it_was_written_waits_for_the_younger_ones_before_it(DatabaseProvider provider)
    {
        // Arrange: a job that took its time stamps with the moment at which it began.
        await using var database = await TestDatabase.CreateAsync(provider, s => s.AddScoped<Writes>());
        var began = database.Clock.UtcNow;
        database.Clock.Advance(TimeSpan.FromSeconds(90));
        await WriteAsync(database, "young", database.Clock.UtcNow);
        await WriteAsync(database, "late", began);
        database.Clock.Advance(TimeSpan.FromSeconds(20));

        // Act
        await RunAsync(database);
        var early = await database.ReadAsync(db => db.AuditSeals.CountAsync());
        database.Clock.Advance(TimeSpan.FromMinutes(2));
        await RunAsync(database);

        // Assert
        Assert.Equal(0, early);
        var report = await database.ReadAsync(async db =>
            await new VerifyAudit(db, database.Services.GetRequiredService<AuditChain>()).RunAsync(CancellationToken.None));
        Assert.Empty(report.Faults);
        Assert.Equal((1, 2, 0), (report.Seals, report.Acts, report.Unsealed));
    }

    private static Task<Outcome<Done>> WriteAsync(TestDatabase database, string verb, DateTime at) => database.Units.RunAsync<Writes, Done>(
        (act, ct) => act.DoAsync(verb, Provenance.Job("test", at), ct), CancellationToken.None);

    private sealed class Writes(AuditTrail audit)
    {
        public Task<Outcome<Done>> DoAsync(string verb, Provenance by, CancellationToken cancellationToken)
        {
            audit.Record(by, verb, "partner", SequentialId.Next(by.At));
            return Task.FromResult<Outcome<Done>>(default(Done));
        }
    }

    private static Task RunAsync(TestDatabase database) =>
        database.Services.GetRequiredService<JobRunner>().RunAsync("seal-audit", CancellationToken.None);
}
