using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Jobs;
using SlrtBot.Core.Persistence;
using SlrtBot.TestKit;
using Xunit;

namespace SlrtBot.Core.Tests.Trust;

/// <summary>What somebody does who has the database, and has taken its triggers away first.</summary>
public sealed class VerifyAuditTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task An_untouched_audit_is_found_whole(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await SealedAsync(provider);
        await database.LodgeAsync(TestData.Story());

        // Act
        var report = await VerifyAsync(database);

        // Assert
        Assert.Empty(report.Faults);
        Assert.Equal((2, 7, 1), (report.Seals, report.Acts, report.Unsealed));
    }

    [Theory]
    [OnSqlite("verb = 'complaint.seen'")]
    [OnSqlite("actor_id = null, actor_kind = 'system'")]
    [OnSqlite("reason = 'x'")]
    [OnSqlite("data = null")]
    [OnSqlite("at = '2020-01-01 00:00:00'")]
    [OnPostgres("verb = 'complaint.seen'")]
    [OnPostgres("data = null")]
    public async Task A_line_changed_by_hand_is_named(DatabaseProvider provider, string change)
    {
        // Arrange
        await using var database = await SealedAsync(provider);
        var (id, place) = await OneAsync(database, provider);
        await TouchAsync(database, provider, $"update audit_act set {change} where {place}");

        // Act
        var report = await VerifyAsync(database);

        // Assert
        Assert.Equal([new AuditFault(AuditDamage.Changed, 2, id)], report.Faults);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_line_taken_out_is_noticed_at_its_place(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await SealedAsync(provider);
        var (_, place) = await OneAsync(database, provider);
        var before = (await ActsAsync(database))[4].Id;
        await TouchAsync(database, provider, $"delete from audit_act where {place}");

        // Act
        var report = await VerifyAsync(database);

        // Assert
        var fault = Assert.Single(report.Faults);
        Assert.Equal(new AuditFault(AuditDamage.Removed, 2, before), fault);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_line_slipped_in_later_is_named(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await SealedAsync(provider);
        var acts = await ActsAsync(database);
        var beside = acts[5].Id.ToByteArray(bigEndian: true);
        beside[^1] ^= 1;
        var slipped = new AuditAct
        {
            Id = new Guid(beside, bigEndian: true),
            At = acts[5].At,
            ActorKind = acts[5].ActorKind,
            Door = "console",
            Verb = "complaint.viewed",
            SubjectType = "complaint",
            SubjectId = acts[5].SubjectId,
        };
        await database.AddAsync(slipped);

        // Act
        var report = await VerifyAsync(database);

        // Assert
        Assert.Equal([new AuditFault(AuditDamage.Added, 2, slipped.Id)], report.Faults);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_link_that_was_touched_or_taken_out_is_named(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await SealedAsync(provider);
        await TouchAsync(database, provider, "update audit_seal set hash = (select hash from audit_seal where number = 2) where number = 1");
        var touched = await VerifyAsync(database);
        await database.Gate.ExecuteAsync(g => g.ExecuteAsync("delete from audit_seal where number = 1"), default);

        // Act
        var removed = await VerifyAsync(database);

        // Assert
        Assert.Contains(new AuditFault(AuditDamage.Seal, 1, null), touched.Faults);
        Assert.Contains(removed.Faults, f => f is { Damage: AuditDamage.Seal, Seal: 0 } or { Damage: AuditDamage.Seal, Seal: 1 });
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Who_has_only_the_database_cannot_make_a_changed_line_fit_again(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await SealedAsync(provider);
        var (_, place) = await OneAsync(database, provider);
        await TouchAsync(database, provider, $"update audit_act set verb = 'complaint.seen' where {place}");
        using var forgers = new ForgersRing();
        var forged = (await ActsAsync(database)).Take(4).ToList();

        // Act
        var sums = forgers.Chain.Hash([], forged);

        // Assert
        var sealedAt = await database.ReadAsync(db => db.AuditSeals.OrderBy(s => s.Number).FirstAsync());
        Assert.NotEqual(sealedAt.Hash, sums);
        Assert.Equal(sealedAt.Hash, database.Services.GetRequiredService<AuditChain>().Hash([], forged));
    }

    /// <summary>The areas' import and three complaints sealed, then three more.</summary>
    private static async Task<TestDatabase> SealedAsync(DatabaseProvider provider)
    {
        var database = await TestData.WithAreasAsync(provider);
        for (var seal = 0; seal < 2; seal++)
        {
            for (var i = 0; i < 3; i++)
            {
                await database.LodgeAsync(TestData.Story());
            }

            database.Clock.Advance(TimeSpan.FromMinutes(2));
            await database.Services.GetRequiredService<JobRunner>().RunAsync("seal-audit", CancellationToken.None);
        }

        return database;
    }

    private static async Task<AuditReport> VerifyAsync(TestDatabase database)
    {
        await using var scope = database.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<VerifyAudit>().RunAsync(CancellationToken.None);
    }

    private static Task<List<AuditAct>> ActsAsync(TestDatabase database) =>
        database.ReadAsync(db => db.AuditActs.AsNoTracking().OrderBy(a => a.Id).ToListAsync());

    private static async Task<(Guid Id, string Place)> OneAsync(TestDatabase database, DatabaseProvider provider)
    {
        var id = (await ActsAsync(database))[5].Id;
        return (id, provider == DatabaseProvider.Sqlite ? $"id = upper('{id}')" : $"id = '{id}'");
    }

    private static Task<int> TouchAsync(TestDatabase database, DatabaseProvider provider, string sql) => database.Gate.ExecuteAsync(
        async gate =>
        {
            foreach (var table in new[] { "audit_act", "audit_seal" })
            {
                foreach (var drop in provider == DatabaseProvider.Sqlite
                    ? [$"drop trigger if exists {table}_no_update", $"drop trigger if exists {table}_no_delete"]
                    : new[] { $"drop trigger if exists {table}_append_only on {table}" })
                {
                    await gate.ExecuteAsync(drop);
                }
            }

            return await gate.ExecuteAsync(sql);
        },
        CancellationToken.None);

    private sealed class ForgersRing : IDisposable
    {
        private readonly string _directory = Directory.CreateTempSubdirectory("slrt-forger-").FullName;

        public AuditChain Chain => new(Core.Sealing.FieldKeyRing.LoadOrCreate(Path.Combine(_directory, "fields.json"), new TestClock()));

        public void Dispose() => Directory.Delete(_directory, recursive: true);
    }
}
