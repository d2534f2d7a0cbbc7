using System.Text;
using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Staff;
using SlrtBot.TestKit;
using Xunit;

namespace SlrtBot.Core.Tests.Accounts;

/// <summary>Grave decisions ask for the deciding person's own password, said in this session within ten minutes.</summary>
public sealed class FreshPasswordTests
{
    private const string Village = "32.04.37.2001";

    [Theory, OnSqlite, OnPostgres]
    public async Task What_is_grave_is_refused_without_it_and_nothing_is_changed(DatabaseProvider provider)
    {
        // Arrange
        await using var stage = await AccountStage.OpenAsync(provider);
        var (actor, siti, sri) = (await StaleAsync(stage), await stage.AddAsync("siti", Role.Facilitator, Village), await stage.AddAsync("sri", Role.Manager));
        var gone = await stage.AddAsync("gone", Role.Facilitator, Village);
        Assert.True((await stage.LeaveAsync(actor, gone)).Succeeded);
        var role = (await stage.AccountAsync(sri)).Roles.Single();
        var (seen, away, left) = (await stage.SeenAsync(siti), await stage.SeenAsync(sri), await stage.SeenAsync(gone));
        var before = await stage.Database.ReadAsync(db => db.StaffDecisions.CountAsync());

        // Act
        var refusals = new[]
        {
            await stage.ChangeRolesAsync(actor, siti, [], new RoleWanted(Role.Manager, "32.04")),
            await stage.ChangeRolesAsync(actor, siti, [], new RoleWanted(Role.Administrator, "32.04.37")),
            await stage.ActAsync<ChangeSensitive, Done>(actor, (act, who, by) => act.DoAsync(new(seen, true, "SK"), who, by, default)),
            await stage.ActAsync<SendSetUpLink, Done>(actor, (act, who, by) => act.DoAsync(seen, "https://slrt.example", who, by, default)),
            await stage.ActAsync<GiveDeputy, Done>(actor, (act, who, by) => act.DoAsync(new(away, role.Id, siti.StaffId, stage.Today, stage.Today, "cuti"), who, by, default)),
        }.SelectMany(o => o.Refusals).Concat(new[]
        {
            await stage.ActAsync<GiveSetUpLink, StaffAdded>(actor, (act, who, by) => act.DoAsync(seen, who, by, default)),
            await stage.ActAsync<AddStaffMember, StaffAdded>(actor, (act, who, by) => act.DoAsync(New(Role.Analyst, "32.04"), "SK", who, by, default)),
            await stage.ActAsync<AddStaffMember, StaffAdded>(actor, (act, who, by) => act.DoAsync(New(Role.Facilitator, Village) with { ReadsSensitive = true }, "SK", who, by, default)),
            await stage.ActAsync<ReturnStaffMember, StaffAdded>(actor, (act, who, by) => act.DoAsync(new(left, [new(Role.Manager, "32.04")], "SK"), who, by, default)),
        }.SelectMany(o => o.Refusals)).Concat((await stage.ActAsync<ImportStaff, IReadOnlyList<StaffAdded>>(
            actor, (act, who, by) => act.DoAsync(List("manager,32.04"), "SK", who, by, default))).Refusals).ToList();

        // Assert
        Assert.Equal(Enumerable.Repeat(("password_needed", "own_password"), 10), refusals.Select(r => (r.Code, r.Field!)));
        Assert.Equal(before, await stage.Database.ReadAsync(db => db.StaffDecisions.CountAsync()));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Everything_else_is_decided_without_it(DatabaseProvider provider)
    {
        // Arrange
        await using var stage = await AccountStage.OpenAsync(provider);
        var (actor, siti, reads) = (await StaleAsync(stage), await stage.AddAsync("siti", Role.Facilitator, Village), await stage.AddAsync("reads", Role.Facilitator, Village, sensitive: true));
        var seen = await stage.SeenAsync(reads);

        // Act, Assert: a village, a sub-district, taking away, leaving
        Assert.True((await stage.ChangeRolesAsync(actor, siti, [], new RoleWanted(Role.Supervisor, "32.04.37"))).Succeeded);
        Assert.True((await stage.ActAsync<ChangeSensitive, Done>(actor, (act, who, by) => act.DoAsync(new(seen, false, "SK"), who, by, default))).Succeeded);
        Assert.True((await stage.ActAsync<AddStaffMember, StaffAdded>(actor, (act, who, by) => act.DoAsync(New(Role.Facilitator, Village), "SK", who, by, default))).Succeeded);
        Assert.True((await stage.ActAsync<ImportStaff, IReadOnlyList<StaffAdded>>(actor, (act, who, by) => act.DoAsync(List($"facilitator,{Village}"), "SK", who, by, default))).Succeeded);
        Assert.True((await stage.LeaveAsync(actor, siti)).Succeeded);
    }

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(599, true)]
    [InlineData(600, false)]
    public void It_counts_for_ten_minutes_and_never_before_it_was_said(int seconds, bool isFresh)
    {
        var at = new DateTime(2026, 11, 23, 2, 0, 0, DateTimeKind.Utc);

        Assert.Equal(isFresh, FreshPassword.IsFresh(TestData.Staff(Role.Administrator) with { ConfirmedAt = at }, at.AddSeconds(seconds)));
        Assert.False(FreshPassword.IsFresh(TestData.Staff(Role.Administrator), at));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_right_one_counts_in_the_session_in_which_it_was_said_and_a_wrong_one_in_none(DatabaseProvider provider)
    {
        // Arrange
        await using var stage = await AccountStage.OpenAsync(provider);
        var (siti, other) = (await stage.AddAsync("siti", Role.Administrator), await stage.AddAsync("other", Role.Administrator));
        var session = new StaffSession { Id = SequentialId.Next(stage.Database.Clock.UtcNow), StaffId = siti.StaffId, StartedAt = stage.Database.Clock.UtcNow };
        await stage.Database.AddAsync(session);
        stage.Database.Clock.Advance(TimeSpan.FromHours(1));

        // Act
        await SayAsync(siti.StaffId, false, session.Id);
        var wrong = await ConfirmedAsync();
        await SayAsync(siti.StaffId, true, null);
        await SayAsync(other.StaffId, true, session.Id);
        var elsewhere = await ConfirmedAsync();
        await SayAsync(siti.StaffId, true, session.Id);

        // Assert
        Assert.Equal((null, null, stage.Database.Clock.UtcNow), (wrong, elsewhere, await ConfirmedAsync()));
        Assert.Contains("staff.password_confirmed", await stage.Database.AuditedAsync(siti.StaffId));

        Task<DateTime?> ConfirmedAsync() => stage.Database.ReadAsync(db => db.StaffSessions.Where(s => s.Id == session.Id).Select(s => s.ConfirmedAt).SingleAsync());

        Task SayAsync(Guid staff, bool isRight, Guid? of) => stage.Database.Units.RunAsync<CheckOwnPassword, OwnPasswordAnswer>(
            (act, cancel) => act.DoAsync(new(staff, "1", isRight, of), Provenance.Staff(staff, stage.Database.Clock.UtcNow), cancel), default);
    }

    private static async Task<StaffScope> StaleAsync(AccountStage stage) =>
        await stage.AddAsync("administrator", Role.Administrator) with { ConfirmedAt = stage.Database.Clock.UtcNow - FreshPassword.Life };

    private static NewStaffMember New(Role role, string area) => new("baru.sekali", "Baru Sekali", [role], area);

    private static byte[] List(string roleAndArea) => Encoding.UTF8.GetBytes($"user,name,role,area\ndari.daftar,Dari Daftar,{roleAndArea}\n");
}
