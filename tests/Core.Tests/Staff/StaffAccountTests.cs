using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Staff;
using SlrtBot.TestKit;
using Xunit;

namespace SlrtBot.Core.Tests.Staff;

public sealed class StaffAccountTests
{
    private const string Regency = "32.04";

    [Theory, OnSqlite, OnPostgres]
    public async Task A_link_serves_for_a_week_and_a_new_one_ends_the_old(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestDatabase.CreateAsync(provider);
        await database.AddAsync(Area.From(Regency, "Kabupaten Bandung"));
        var first = (await AddAsync(database, "siti", Role.Manager)).Value.SetUpToken!;

        // Act
        var early = await FindAsync(database, first);
        database.Clock.Advance(TimeSpan.FromDays(7) - TimeSpan.FromMinutes(1));
        var lastMinute = await FindAsync(database, first);
        var second = (await database.Units.RunAsync<GiveSetUpLink, StaffAdded>((a, c) => a.DoAsync(new("SITI"), Cli(database), c), default)).Value.SetUpToken!;
        var replaced = await FindAsync(database, first);
        database.Clock.Advance(TimeSpan.FromDays(7) + TimeSpan.FromMinutes(1));
        var late = await FindAsync(database, second);

        // Assert
        Assert.Equal("siti", early?.UserName);
        Assert.Equal("siti", lastMinute?.UserName);
        Assert.Null(replaced);
        Assert.Null(late);
        Assert.Equal(["staff.added", "staff.link_given"], await AuditAsync(database));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_user_name_is_taken_whatever_its_capitals(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestDatabase.CreateAsync(provider);
        await database.AddAsync(Area.From(Regency, "Kabupaten Bandung"));
        await AddAsync(database, "siti", Role.Manager);

        // Act
        var outcome = await AddAsync(database, "Siti", Role.Analyst);

        // Assert
        Assert.Equal("user_name_taken", Assert.Single(outcome.Refusals).Code);
        Assert.Equal(1, await database.ReadAsync(db => db.StaffMembers.CountAsync()));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_facilitators_of_all_280_villages_are_imported_at_once(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestDatabase.CreateAsync(provider);
        await database.AddAsync([.. Enumerable.Range(2001, 280).Select(v => Area.From($"{Regency}.05.{v}", $"Desa {v}"))]);
        var lines = Enumerable.Range(2001, 280).Select(v => $"fas{v},Fasilitator {v},facilitator,{Regency}.05.{v}");
        var list = $"user,name,role,area\n{string.Join('\n', lines)}";

        // Act
        var outcome = await ImportAsync(database, list);
        var again = await ImportAsync(database, list);

        // Assert
        Assert.Equal(280, outcome.Value.Select(a => a.SetUpToken).Distinct().Count());
        Assert.Equal(280, again.Refusals.Count(r => r.Code == "user_name_taken"));
        Assert.Equal(280, await database.ReadAsync(db => db.StaffRoles.CountAsync(r => r.Role == Role.Facilitator)));
        Assert.Equal(280, (await AuditAsync(database)).Count);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Who_left_has_no_scope_and_the_last_administrator_cannot_leave(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestDatabase.CreateAsync(provider);
        await database.AddAsync(Area.From(Regency, "Kabupaten Bandung"));
        var manager = (await AddAsync(database, "siti", Role.Manager)).Value.Id;
        var administrator = (await AddAsync(database, "dedi", Role.Administrator)).Value.Id;

        // Act
        var before = await ScopeAsync(database, manager, new DateOnly(2026, 11, 23));
        var left = await LeaveAsync(database, manager);
        var again = await LeaveAsync(database, manager);
        var last = await LeaveAsync(database, administrator);
        var after = await ScopeAsync(database, manager, new DateOnly(2026, 11, 23));

        // Assert
        Assert.True(before!.MayIn(Permission.DecideComplaints, "32.04.37.2001"));
        Assert.True(left.Succeeded);
        Assert.Equal("already_done", Assert.Single(again.Refusals).Code);
        Assert.Equal("last_administrator", Assert.Single(last.Refusals).Code);
        Assert.Null(after);
        Assert.Equal(["staff.added", "staff.added", "staff.deactivated"], await AuditAsync(database));
    }

    [Theory]
    [InlineData("2026-11-22", false)]
    [InlineData("2026-11-23", true)]
    [InlineData("2026-11-30", true)]
    [InlineData("2026-12-01", false)]
    public async Task A_deputy_holds_the_role_from_the_first_day_to_the_last(string day, bool holds)
    {
        // Arrange
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        await database.AddAsync(Area.From(Regency, "Kabupaten Bandung"));
        var id = (await AddAsync(database, "siti", Role.Analyst)).Value.Id;
        await database.AddAsync(new StaffRole
        {
            Id = SequentialId.Next(database.Clock.UtcNow),
            StaffId = id,
            Role = Role.Manager,
            AreaCode = Regency,
            ValidFrom = new DateOnly(2026, 11, 23),
            ValidTo = new DateOnly(2026, 11, 30),
        });

        // Act
        var scope = await ScopeAsync(database, id, DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture));

        // Assert
        Assert.Equal(holds, scope!.May(Permission.DecideComplaints));
        Assert.True(scope.May(Permission.AnalyseComplaints));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Of_two_administrators_who_leave_at_once_one_stays(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestDatabase.CreateAsync(provider);
        await database.AddAsync(Area.From(Regency, "Kabupaten Bandung"));
        Guid[] both = [(await AddAsync(database, "dedi", Role.Administrator)).Value.Id, (await AddAsync(database, "siti", Role.Administrator)).Value.Id];
        using var decided = new CountdownEvent(both.Length);

        // Act: both have decided before either is stored.
        var outcomes = await Task.WhenAll(both.Select(id => Task.Run(() => database.Units.RunAsync<DeactivateStaffMember, Done>(
            async (act, cancel) =>
            {
                var outcome = await act.DoAsync(new StaffLeaves(id), Cli(database), cancel);
                if (!decided.IsSet)
                {
                    decided.Signal();
                    decided.Wait(TimeSpan.FromSeconds(30), cancel);
                }

                return outcome;
            }, CancellationToken.None))));

        // Assert
        Assert.Equal("last_administrator", Assert.Single(Assert.Single(outcomes, o => !o.Succeeded).Refusals).Code);
        Assert.Equal(1, await database.ReadAsync(db => db.StaffMembers.CountAsync(s => s.IsActive)));
        Assert.Single(await AuditAsync(database), v => v == "staff.deactivated");
    }

    [Theory]
    [InlineData(null, null, true)]
    [InlineData("2026-11-23", "2026-12-31", false)]
    [InlineData("2026-11-23", null, true)]
    [InlineData("2026-12-01", null, false)]
    [InlineData(null, "2026-11-01", false)]
    public async Task Another_administrator_counts_whose_role_has_begun_and_has_no_end(string? from, string? to, bool counts)
    {
        // Arrange
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        await database.AddAsync(Area.From(Regency, "Kabupaten Bandung"));
        var leaver = (await AddAsync(database, "dedi", Role.Administrator)).Value.Id;
        var other = (await AddAsync(database, "siti", Role.Analyst)).Value.Id;
        await database.AddAsync(new StaffRole
        {
            Id = SequentialId.Next(database.Clock.UtcNow),
            StaffId = other,
            Role = Role.Administrator,
            AreaCode = Regency,
            ValidFrom = Day(from),
            ValidTo = Day(to),
        });

        // Act
        var outcome = await LeaveAsync(database, leaver);

        // Assert
        Assert.Equal(counts ? [] : ["last_administrator"], outcome.Refusals.Select(r => r.Code));

        static DateOnly? Day(string? text) => text is null ? null : DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
    }

    private static Provenance Cli(TestDatabase database) => Provenance.Verb("staff add", database.Clock.UtcNow);

    private static Task<Outcome<StaffAdded>> AddAsync(TestDatabase database, string user, Role role) =>
        database.Units.RunAsync<AddStaffMember, StaffAdded>(
            (act, cancel) => act.DoAsync(new NewStaffMember(user, user, [role], Regency), Cli(database), cancel), CancellationToken.None);

    private static Task<Outcome<IReadOnlyList<StaffAdded>>> ImportAsync(TestDatabase database, string list) =>
        database.Units.RunAsync<ImportStaff, IReadOnlyList<StaffAdded>>((act, cancel) => act.DoAsync(System.Text.Encoding.UTF8.GetBytes(list), Cli(database), cancel), CancellationToken.None);

    private static Task<Outcome<Done>> LeaveAsync(TestDatabase database, Guid id) =>
        database.Units.RunAsync<DeactivateStaffMember, Done>((act, cancel) => act.DoAsync(new StaffLeaves(id), Cli(database), cancel), CancellationToken.None);

    private static async Task<StaffMember?> FindAsync(TestDatabase database, string token)
    {
        await using var scope = database.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<StaffAccounts>().BySetUpTokenAsync(token, database.Clock.UtcNow, CancellationToken.None);
    }

    private static async Task<StaffScope?> ScopeAsync(TestDatabase database, Guid id, DateOnly day)
    {
        await using var scope = database.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<StaffQueries>().ScopeOfAsync(id, day, CancellationToken.None);
    }

    private static Task<List<string>> AuditAsync(TestDatabase database) =>
        database.ReadAsync(db => db.AuditActs.OrderBy(a => a.Id).Select(a => a.Verb).ToListAsync());
}
