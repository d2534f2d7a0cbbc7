using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Staff;
using SlrtBot.TestKit;
using Xunit;

namespace SlrtBot.Core.Tests.Accounts;

/// <summary>What an administrator decides about accounts: by whom it may be decided, what it does, what stays of it.</summary>
public sealed class AccountActTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Roles_are_changed_with_a_reason_and_the_log_says_from_what_to_what(DatabaseProvider provider)
    {
        // Arrange
        await using var stage = await AccountStage.OpenAsync(provider);
        var administrator = await stage.AddAsync("dedi", Role.Administrator);
        var siti = await stage.AddAsync("siti", Role.Facilitator, AccountStage.Village);
        var stamp = (await stage.AccountAsync(siti)).SecurityStamp;

        // Act
        var outcome = await stage.ChangeRolesAsync(administrator, siti, [], new RoleWanted(Role.Supervisor, AccountStage.District));

        // Assert
        Assert.True(outcome.Succeeded);
        var account = await stage.AccountAsync(siti);
        Assert.Equal([(Role.Supervisor, AccountStage.District)], account.Roles.Select(r => (r.Role, r.AreaCode)));
        Assert.NotEqual(stamp, account.SecurityStamp);
        var line = (await stage.LogAsync(siti))[^1];
        Assert.Equal((DecisionKind.RolesChanged, administrator.StaffId), (line.Kind, line.DecidedBy!.Value));
        Assert.Equal(("facilitator@32.04.37.2001", "supervisor@32.04.37", "surat tugas 12"), (line.Before, line.After, stage.Open(line)));
        Assert.Equal(["staff.added", "staff.roles_changed"], await stage.Database.AuditedAsync(siti.StaffId));
        Assert.DoesNotContain("surat", await stage.Database.ReadAsync(db => db.AuditActs.Where(a => a.Verb == "staff.roles_changed").Select(a => a.Data!).SingleAsync()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("own", "own_account")]
    [InlineData("outside", "area_outside")]
    [InlineData("unknown", "area_unknown")]
    [InlineData("none", "no_role_left")]
    [InlineData("same", "nothing_changed")]
    [InlineData("reason", "required")]
    [InlineData("stale", "stale")]
    [InlineData("elsewhere", "not_found")]
    [InlineData("both", "forbidden")]
    public async Task Roles_stay_as_they_are(string why, string refusal)
    {
        // Arrange
        await using var stage = await AccountStage.OpenAsync(DatabaseProvider.Sqlite);
        var administrator = await stage.AddAsync("dedi", Role.Administrator);
        await stage.AddAsync("rani", Role.Administrator);
        var (siti, far) = (await stage.AddAsync("siti", Role.Analyst), await stage.AddAsync("asep", Role.Analyst, AccountStage.Elsewhere));
        var of = why switch { "own" => administrator, "elsewhere" => far, _ => siti };
        if (why == "both")
        {
            await stage.Database.AddAsync(new StaffRole { Id = SequentialId.Next(stage.Database.Clock.UtcNow), StaffId = siti.StaffId, Role = Role.Analyst, AreaCode = AccountStage.Elsewhere });
        }

        var before = (await stage.AccountAsync(of)).Roles.Select(r => r.Id).ToList();
        RoleWanted[] add = why switch
        {
            "outside" => [new(Role.Manager, AccountStage.Elsewhere)],
            "unknown" => [new(Role.Manager, "32.04.99")],
            "none" => [],
            "same" => [new(Role.Analyst, AccountStage.Regency)],
            _ => [new(Role.Manager, AccountStage.Regency)],
        };
        var seen = await stage.SeenAsync(of) is var known && why == "stale" ? known with { LastDecision = Guid.Empty } : await stage.SeenAsync(of);

        // Act
        var outcome = await stage.ActAsync<ChangeRoles, Done>(
            administrator, (act, who, by) => act.DoAsync(new(seen, why is "none" ? [] : before, add, why == "reason" ? " " : "surat"), who, by, default));

        // Assert
        Assert.Equal(refusal, Assert.Single(outcome.Refusals).Code);
        Assert.Equal(before, (await stage.AccountAsync(of)).Roles.Select(r => r.Id));
        Assert.Single(await stage.LogAsync(of));
    }

    [Theory]
    [OnSqlite("leaves", "leaves"), OnPostgres("leaves", "leaves")]
    [OnSqlite("leaves", "loses"), OnPostgres("leaves", "loses")]
    [OnSqlite("loses", "loses"), OnPostgres("loses", "loses")]
    public async Task Two_acts_at_once_never_leave_the_installation_without_an_administrator(DatabaseProvider provider, string first, string second)
    {
        // Arrange: each is decided by the other of the only two.
        await using var stage = await AccountStage.OpenAsync(provider);
        var (dedi, rani) = (await stage.AddAsync("dedi", Role.Administrator), await stage.AddAsync("rani", Role.Administrator));
        using var decided = new CountdownEvent(2);

        // Act: both have decided before either is stored.
        var outcomes = await Task.WhenAll(Task.Run(() => RunAsync(first, dedi, rani)), Task.Run(() => RunAsync(second, rani, dedi)));

        // Assert
        Assert.Equal("last_administrator", Assert.Single(Assert.Single(outcomes, o => !o.Succeeded).Refusals).Code);
        Assert.Equal(1, await stage.Database.ReadAsync(db => db.StaffMembers.CountAsync(s => s.IsActive && s.Roles.Any(r => r.Role == Role.Administrator))));

        async Task<Outcome<Done>> RunAsync(string how, StaffScope actor, StaffScope of)
        {
            var seen = await stage.SeenAsync(of);
            return how == "leaves"
                ? await stage.ActAsync<DeactivateStaffMember, Done>(actor, async (act, who, by) => Together(await act.DoAsync(seen, "pindah", who, by, default)))
                : await stage.ActAsync<ChangeRoles, Done>(
                    actor, async (act, who, by) => Together(await act.DoAsync(new(seen, [], [new(Role.Analyst, AccountStage.Regency)], "pindah"), who, by, default)));
        }

        Outcome<Done> Together(Outcome<Done> outcome)
        {
            if (!decided.IsSet)
            {
                decided.Signal();
                decided.Wait(TimeSpan.FromSeconds(30));
            }

            return outcome;
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_deputy_holds_the_role_on_the_days_alone_and_may_do_so_again(DatabaseProvider provider)
    {
        // Arrange
        await using var stage = await AccountStage.OpenAsync(provider);
        var administrator = await stage.AddAsync("dedi", Role.Administrator);
        var supervisor = await stage.AddAsync("yayan", Role.Supervisor, AccountStage.District);
        var deputy = await stage.AddAsync("siti", Role.Facilitator, AccountStage.Village);
        var from = stage.Today.AddDays(1);

        // Act
        var given = await DeputyAsync(stage, administrator, supervisor, deputy, from, from.AddDays(13));
        var twice = await DeputyAsync(stage, administrator, supervisor, deputy, from, from.AddDays(20));
        var held = await Task.WhenAll(new[] { -1, 0, 13, 14 }.Select(async d => (await ScopeAsync(stage, deputy, from.AddDays(d))).May(Permission.ApproveComplaints)));
        stage.Database.Clock.Advance(TimeSpan.FromDays(20));
        var again = await DeputyAsync(stage, administrator, supervisor, deputy, stage.Today, stage.Today.AddDays(2));

        // Assert
        Assert.True(given.Succeeded && again.Succeeded);
        Assert.Equal("holds_role_already", Assert.Single(twice.Refusals).Code);
        Assert.Equal([false, true, true, false], held);
        var log = await stage.LogAsync(deputy);
        Assert.Equal([DecisionKind.Added, DecisionKind.DeputyGiven, DecisionKind.DeputyGiven], log.Select(d => d.Kind));
        Assert.Equal($"supervisor@32.04.37({HeldRole.Days(from, from.AddDays(13))})", log[1].After);
        Assert.Equal(supervisor.StaffId, log[1].OtherStaffId);
    }

    [Theory]
    [InlineData(0, 366, "days_too_many")]
    [InlineData(0, -1, "day_is_over")]
    [InlineData(5, 3, "days_wrong_way")]
    [InlineData(null, 3, "required")]
    [InlineData(0, null, "required")]
    public async Task A_deputys_days_make_sense(int? from, int? to, string refusal)
    {
        // Arrange
        await using var stage = await AccountStage.OpenAsync(DatabaseProvider.Sqlite);
        var administrator = await stage.AddAsync("dedi", Role.Administrator);
        var (supervisor, deputy) = (await stage.AddAsync("yayan", Role.Supervisor, AccountStage.District), await stage.AddAsync("siti", Role.Analyst));

        // Act
        var outcome = await DeputyAsync(stage, administrator, supervisor, deputy, Day(from), Day(to));

        // Assert
        Assert.Equal(refusal, Assert.Single(outcome.Refusals).Code);
        Assert.Single((await stage.AccountAsync(deputy)).Roles);

        DateOnly? Day(int? after) => after is { } days ? stage.Today.AddDays(days) : null;
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_deputy_ends_before_the_day(DatabaseProvider provider)
    {
        // Arrange
        await using var stage = await AccountStage.OpenAsync(provider);
        var administrator = await stage.AddAsync("dedi", Role.Administrator);
        var (supervisor, deputy) = (await stage.AddAsync("yayan", Role.Supervisor, AccountStage.District), await stage.AddAsync("siti", Role.Analyst));
        _ = await DeputyAsync(stage, administrator, supervisor, deputy, stage.Today, stage.Today.AddDays(13));
        var role = (await stage.AccountAsync(deputy)).Roles.Single(r => r.IsDeputy);
        var seen = await stage.SeenAsync(deputy);

        // Act
        var lasting = await stage.ActAsync<EndDeputy, Done>(administrator, async (act, who, by) => await act.DoAsync(
            new(seen, (await stage.AccountAsync(deputy)).Roles.Single(r => !r.IsDeputy).Id), who, by, default));
        var ended = await stage.ActAsync<EndDeputy, Done>(administrator, (act, who, by) => act.DoAsync(new(seen, role.Id), who, by, default));

        // Assert
        Assert.Equal("not_found", Assert.Single(lasting.Refusals).Code);
        Assert.True(ended.Succeeded);
        Assert.Equal([Role.Analyst], (await stage.AccountAsync(deputy)).Roles.Select(r => r.Role));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Who_is_away_is_known_on_those_days_until_it_is_taken_back(DatabaseProvider provider)
    {
        // Arrange
        await using var stage = await AccountStage.OpenAsync(provider);
        var (administrator, siti) = (await stage.AddAsync("dedi", Role.Administrator), await stage.AddAsync("siti", Role.Analyst));
        var from = stage.Today.AddDays(1);
        var seen = await stage.SeenAsync(siti);

        // Act
        _ = await stage.ActAsync<SetAbsence, Done>(administrator, (act, who, by) => act.DoAsync(new(seen, from, from.AddDays(9), null), who, by, default));
        seen = await stage.SeenAsync(siti);
        var longer = await stage.ActAsync<SetAbsence, Done>(administrator, (act, who, by) => act.DoAsync(new(seen, from, from.AddDays(13), null), who, by, default));
        var (before, on, last) = (await AwayAsync(stage, from.AddDays(-1)), await AwayAsync(stage, from), await AwayAsync(stage, from.AddDays(13)));
        var row = await stage.Database.ReadAsync(db => db.StaffAbsences.SingleAsync(a => a.CancelledAt == null));
        seen = await stage.SeenAsync(siti);
        var ended = await stage.ActAsync<EndAbsence, Done>(administrator, (act, who, by) => act.DoAsync(new(seen, row.Id), who, by, default));

        // Assert
        Assert.True(longer.Succeeded && ended.Succeeded);
        Assert.Empty(before);
        Assert.Equal(from.AddDays(13), on[siti.StaffId]);
        Assert.Equal(from.AddDays(13), last[siti.StaffId]);
        Assert.Empty(await AwayAsync(stage, from));
        Assert.Equal([DecisionKind.Added, DecisionKind.AbsenceSet, DecisionKind.AbsenceSet, DecisionKind.AbsenceEnded], (await stage.LogAsync(siti)).Select(d => d.Kind));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Who_returns_has_new_roles_a_new_link_and_nothing_of_before(DatabaseProvider provider)
    {
        // Arrange
        await using var stage = await AccountStage.OpenAsync(provider);
        var administrator = await stage.AddAsync("dedi", Role.Administrator);
        var siti = await stage.AddAsync("siti", Role.Manager, sensitive: true);
        _ = await stage.LeaveAsync(administrator, siti);
        var seen = await stage.SeenAsync(siti);

        // Act
        var outcome = await stage.ActAsync<ReturnStaffMember, StaffAdded>(
            administrator, (act, who, by) => act.DoAsync(new(seen, [new(Role.Facilitator, AccountStage.Village)], "kembali"), who, by, default));
        var twice = await stage.ActAsync<ReturnStaffMember, StaffAdded>(
            administrator, async (act, who, by) => await act.DoAsync(new(await stage.SeenAsync(siti), [new(Role.Manager, AccountStage.Regency)], "kembali"), who, by, default));

        // Assert
        var account = await stage.AccountAsync(siti);
        Assert.Equal([(Role.Facilitator, AccountStage.Village)], account.Roles.Select(r => (r.Role, r.AreaCode)));
        Assert.Equal((true, false, null), (account.IsActive, account.ReadsSensitive, account.PasswordHash));
        Assert.Equal(SetUpToken.Hash(outcome.Value.SetUpToken!), account.SetUpTokenHash);
        Assert.Equal("already_done", Assert.Single(twice.Refusals).Code);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_line_of_the_log_is_never_changed_or_removed(DatabaseProvider provider)
    {
        // Arrange
        await using var stage = await AccountStage.OpenAsync(provider);
        await stage.AddAsync("siti", Role.Analyst);

        // Act
        var changed = await Record.ExceptionAsync(() => stage.Database.Gate.ExecuteAsync(c => c.ExecuteAsync("update staff_decision set kind = 'renamed'"), default));
        var removed = await Record.ExceptionAsync(() => stage.Database.Gate.ExecuteAsync(c => c.ExecuteAsync("delete from staff_decision"), default));

        // Assert
        Assert.All([changed, removed], failure => Assert.Contains("append only", $"{failure}", StringComparison.Ordinal));
        Assert.Equal(1, await stage.Database.ReadAsync(db => db.StaffDecisions.CountAsync(d => d.Kind == DecisionKind.Added)));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_name_is_corrected_and_the_old_one_stays_in_the_log_sealed(DatabaseProvider provider)
    {
        // Arrange
        await using var stage = await AccountStage.OpenAsync(provider);
        var (administrator, siti) = (await stage.AddAsync("dedi", Role.Administrator), await stage.AddAsync("siti", Role.Analyst));
        var seen = await stage.SeenAsync(siti);

        // Act
        var empty = await stage.ActAsync<CorrectName, Done>(administrator, (act, who, by) => act.DoAsync(new(seen, " "), who, by, default));
        var outcome = await stage.ActAsync<CorrectName, Done>(administrator, (act, who, by) => act.DoAsync(new(seen, "Siti Aminah"), who, by, default));

        // Assert
        Assert.Equal("required", Assert.Single(empty.Refusals).Code);
        Assert.True(outcome.Succeeded);
        Assert.Equal("Siti Aminah", (await stage.AccountAsync(siti)).Name);
        var line = (await stage.LogAsync(siti))[^1];
        Assert.Equal((null, null, "Nama siti → Siti Aminah"), (line.Before, line.After, stage.Open(line)));
    }

    private static async Task<Outcome<Done>> DeputyAsync(AccountStage stage, StaffScope actor, StaffScope absent, StaffScope deputy, DateOnly? from, DateOnly? to)
    {
        var (seen, role) = (await stage.SeenAsync(absent), (await stage.AccountAsync(absent)).Roles[0]);
        return await stage.ActAsync<GiveDeputy, Done>(actor, (act, who, by) => act.DoAsync(new(seen, role.Id, deputy.StaffId, from, to, "cuti"), who, by, default));
    }

    private static async Task<StaffScope> ScopeAsync(AccountStage stage, StaffScope of, DateOnly day)
    {
        await using var scope = stage.Database.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<StaffQueries>().ScopeOfAsync(of.StaffId, day, default))!;
    }

    private static async Task<IReadOnlyDictionary<Guid, DateOnly>> AwayAsync(AccountStage stage, DateOnly day)
    {
        await using var scope = stage.Database.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<StaffQueries>().AwayOnAsync(day, default);
    }
}
