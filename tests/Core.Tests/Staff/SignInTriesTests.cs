using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Staff;
using SlrtBot.TestKit;
using Xunit;

namespace SlrtBot.Core.Tests.Staff;

/// <summary>How tries to sign in are counted and forgotten.</summary>
public sealed class SignInTriesTests
{
    private const string Here = "address 203.0.113.7";

    [Theory, OnSqlite, OnPostgres]
    public async Task A_wait_holds_for_one_source_and_ends_with_its_time(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestDatabase.CreateAsync(provider);
        var staff = await StaffAsync(database);
        await FailAsync(database, staff, SignInPace.FreeTries + 1);

        // Act
        var waiting = await TryAsync(database, staff, Here, right: true);
        var elsewhere = await TryAsync(database, staff, "address 198.51.100.4", right: true);
        database.Clock.Advance(SignInPace.FirstWait);
        var after = await TryAsync(database, staff, Here, right: true);

        // Assert
        Assert.Null(waiting.Session);
        Assert.Equal(database.Clock.UtcNow, waiting.WaitUntil);
        Assert.NotNull(elsewhere.Session);
        Assert.NotNull(after.Session);
        Assert.Equal(0, await database.ReadAsync(db => db.SignInTries.CountAsync()));
        Assert.Equal(
            ["staff.sign_in_refused", "staff.sign_in_refused", "staff.sign_in_refused", "staff.sign_in_refused", "staff.sign_in_refused", "staff.sign_in_refused", "staff.signed_in", "staff.signed_in"],
            await database.ReadAsync(db => db.AuditActs.OrderBy(a => a.Id).Select(a => a.Verb).ToListAsync()));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_try_while_waiting_makes_the_wait_no_longer(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestDatabase.CreateAsync(provider);
        var staff = await StaffAsync(database);
        await FailAsync(database, staff, SignInPace.FreeTries + 1);
        var until = (await TryAsync(database, staff, Here, right: false)).WaitUntil;

        // Act
        database.Clock.Advance(TimeSpan.FromSeconds(20));
        var again = await TryAsync(database, staff, Here, right: false);

        // Assert
        Assert.Equal(until, again.WaitUntil);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Tries_that_come_at_once_are_all_counted(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestDatabase.CreateAsync(provider);
        var staff = await StaffAsync(database);

        // Act
        await Task.WhenAll(Enumerable.Range(0, SignInPace.FreeTries + 1).Select(_ => TryAsync(database, staff, Here, right: false)));

        // Assert
        Assert.NotNull((await TryAsync(database, staff, Here, right: true)).WaitUntil);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_new_password_ends_every_wait_for_that_name_and_no_other(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestDatabase.CreateAsync(provider);
        var (mine, other) = (await StaffAsync(database), await StaffAsync(database, "dian"));
        await FailAsync(database, mine, SignInPace.FreeTries + 1);
        await FailAsync(database, other, SignInPace.FreeTries + 1);
        var version = (await database.ReadAsync(db => db.StaffMembers.SingleAsync(s => s.Id == mine.Id))).Version;

        // Act
        var outcome = await database.Units.RunAsync<KeepPassword, Done>(
            (act, cancel) => act.DoAsync(new(mine.Id, "hash", "stamp", version), Provenance.Staff(mine.Id, database.Clock.UtcNow), cancel), default);

        // Assert
        Assert.True(outcome.Succeeded);
        Assert.NotNull((await TryAsync(database, mine, Here, right: true)).Session);
        Assert.Null((await TryAsync(database, other, Here, right: true)).Session);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_no_wait_depends_on_is_forgotten_after_a_day(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestDatabase.CreateAsync(provider);
        var staff = await StaffAsync(database);
        await FailAsync(database, staff, SignInPace.FreeTries);
        database.Clock.Advance(SignInPace.Remembered - TimeSpan.FromMinutes(1));
        await TryAsync(database, await StaffAsync(database, "dian"), Here, right: false);
        database.Clock.Advance(TimeSpan.FromMinutes(2));

        // Act
        var forgotten = await database.Services.GetRequiredService<ForgetSignInTriesJob>().RunAsync(default);

        // Assert
        Assert.Equal(1, forgotten);
        Assert.Equal(1, await database.ReadAsync(db => db.SignInTries.CountAsync()));
        Assert.Null((await TryAsync(database, staff, Here, right: false)).WaitUntil);
    }

    private static async Task<StaffMember> StaffAsync(TestDatabase database, string name = "siti")
    {
        var staff = new StaffMember
        {
            Id = SequentialId.Next(database.Clock.UtcNow),
            UserName = name,
            NormalizedUserName = name.ToUpperInvariant(),
            Name = name,
            SecurityStamp = "first",
            CreatedAt = database.Clock.UtcNow,
        };
        await database.AddAsync(staff);
        return staff;
    }

    private static async Task FailAsync(TestDatabase database, StaffMember staff, int times)
    {
        for (var i = 0; i < times; i++)
        {
            await TryAsync(database, staff, Here, right: false);
        }
    }

    private static async Task<SignInAnswer> TryAsync(TestDatabase database, StaffMember staff, string source, bool right)
    {
        var by = new Provenance(ActorKind.Staff, staff.Id, "console", database.Clock.UtcNow);
        return (await database.Units.RunAsync<RecordSignIn, SignInAnswer>(
            (act, cancel) => act.DoAsync(new(staff.Id, staff.NormalizedUserName, source, right), by, cancel), default)).Value;
    }
}
