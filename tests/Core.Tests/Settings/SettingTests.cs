using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Jobs;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Sealing;
using SlrtBot.Core.Settings;
using SlrtBot.Core.Staff;
using SlrtBot.TestKit;
using Xunit;

namespace SlrtBot.Core.Tests.Settings;

public sealed class SettingTests
{
    private static readonly StaffScope Manager = TestData.Staff(Role.Manager);

    [Theory, OnSqlite, OnPostgres]
    public async Task A_time_limit_holds_for_what_is_lodged_from_now_on_and_its_reason_is_kept_sealed(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await NewAsync(provider);
        var before = await database.LodgeAsync(TestData.Story());

        // Act
        var outcome = await SettleAsync(database, new(new("days.P1"), " 2 ", "SK Bupati 12/2026", Guid.Empty));
        var after = await database.LodgeAsync(TestData.Story());

        // Assert: five working days from Monday, and two
        Assert.True(outcome.Succeeded);
        Assert.Equal((new DateOnly(2026, 11, 30), new DateOnly(2026, 11, 25)), (before.PromiseOn, after.PromiseOn));
        Assert.Equal(before.PromiseOn, (await database.ReloadAsync(before)).PromiseOn);
        var decision = await database.ReadAsync(db => db.SettingDecisions.SingleAsync());
        Assert.Equal(("days.P1", "", null, "2", Manager.StaffId), (decision.Code, decision.AreaCode, decision.Before, decision.After, decision.DecidedBy));
        var cipher = database.Services.GetRequiredService<FieldCipher>();
        Assert.Equal("SK Bupati 12/2026", cipher.Open(decision.Reason, SettingDecision.Table, decision.Id, "reason"));
        Assert.Equal(["setting.changed"], await database.AuditedAsync(decision.Id));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_day_off_of_one_sub_district_moves_the_promises_there_and_no_others(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await NewAsync(provider);
        var here = await database.LodgeAsync(TestData.Story());
        var elsewhere = await database.LodgeAsync(TestData.Story(village: "32.04.05.2001"));
        database.Clock.Advance(TimeSpan.FromDays(1));

        // Act
        Assert.True((await SettleAsync(database, new(new("day_off.2026-11-27", here.DistrictCode), "local Pilkades", "SK Camat", null))).Succeeded);
        await TickAsync(database);
        var segments = await CountAsync(database);
        await TickAsync(database);

        // Assert: counted anew once
        Assert.Equal(here.PromiseOn.AddDays(1), (await database.ReloadAsync(here)).PromiseOn);
        Assert.Equal(elsewhere.PromiseOn, (await database.ReloadAsync(elsewhere)).PromiseOn);
        Assert.Contains("complaint.promise_recounted", await database.AuditedAsync(here.Id));
        Assert.DoesNotContain("complaint.promise_recounted", await database.AuditedAsync(elsewhere.Id));
        Assert.Equal(segments, await CountAsync(database));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_day_of_the_table_may_be_worked_and_be_free_again(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await NewAsync(provider);
        var calendar = database.Services.GetRequiredService<WorkingCalendar>();
        var christmas = new DateOnly(2026, 12, 25);
        var version = calendar.Version;

        // Act
        await SettleAsync(database, new(new("day_off.2026-12-25"), DayOff.Worked, "Posko bencana", Guid.Empty));
        var worked = calendar.IsWorkingDay(christmas, TestData.Village);
        var last = await database.ReadAsync(db => db.SettingDecisions.SingleAsync());
        await SettleAsync(database, new(new("day_off.2026-12-25"), null, "Batal", last.Id));

        // Assert
        Assert.True(worked);
        Assert.False(calendar.IsWorkingDay(christmas, TestData.Village));
        Assert.Equal(version, calendar.Version);
        Assert.Equal(0, await database.ReadAsync(db => db.Settings.CountAsync()));
        Assert.Equal(2, await database.ReadAsync(db => db.SettingDecisions.CountAsync()));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_was_settled_holds_after_a_restart(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await NewAsync(provider);
        await SettleAsync(database, new(new(CalendarSettings.OfficeHours, TestData.Village), "Sabtu 08.00-10.00", "Jadwal desa", null));

        // Act
        await database.RestartAsync();
        await database.Services.GetRequiredService<LoadSettings>().LoadAsync(CancellationToken.None);

        // Assert
        var calendar = database.Services.GetRequiredService<WorkingCalendar>();
        Assert.Equal((true, false), (calendar.IsWorkingDay(new(2026, 11, 28), TestData.Village), calendar.IsWorkingDay(new(2026, 11, 27), TestData.Village)));
        Assert.True(calendar.IsWorkingDay(new(2026, 11, 27), "32.04"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_cannot_be_meant_is_refused_with_the_reason_and_nothing_is_stored(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await NewAsync(provider);
        var supervisor = TestData.Staff(Role.Supervisor, "32.04.37");
        var other = TestData.Staff(Role.Manager, "32.73");
        await SettleAsync(database, new(new("days.P1"), "2", "SK", Guid.Empty));
        var seen = await database.ReadAsync(db => db.SettingDecisions.Select(d => d.Id).SingleAsync());

        // Act
        (SettingWanted Wanted, StaffScope By, string Expected)[] wanted =
        [
            (new(new("zzz"), "1", "SK", null), Manager, "not_found"),
            (new(new("days.ZZ"), "1", "SK", null), Manager, "not_found"),
            (new(new("days.P1", "32.04"), "1", "SK", null), Manager, "not_found"),
            (new(new("day_off.2026-02-30"), "local x", "SK", null), Manager, "not_found"),
            (new(new("office_hours", "99.99"), "Senin 08.00-10.00", "SK", null), Manager, "not_found"),
            (new(new("days.P2"), "1", "SK", null), supervisor, "forbidden"),
            (new(new("days.P2"), "1", "SK", null), other, "forbidden"),
            (new(new("days.P2"), "0", "SK", null), Manager, "setting_unread"),
            (new(new("days.P2"), "61", "SK", null), Manager, "setting_unread"),
            (new(new("days.P2"), "", "SK", null), Manager, "required"),
            (new(new("days.P2"), "1", " ", null), Manager, "required"),
            (new(new("days.P2"), "1", new string('x', 501), null), Manager, "too_long"),
            (new(new("hotline.police"), "<b>110</b>", "SK", null), Manager, "setting_unread"),
            (new(new("office.name"), "", "SK", null), Manager, "required"),
            (new(new("day_off.2026-12-28"), "zzz Libur", "SK", null), Manager, "setting_unread"),
            (new(new("days.P1"), "3", "SK", Guid.Empty), Manager, "setting_stale"),
            (new(new("days.P1"), "3", "SK", null), Manager, "setting_stale"),
            (new(new("days.P1"), "2", "SK", seen), Manager, "already_done"),
            (new(new("days.P2"), null, "SK", null), Manager, "already_done"),
        ];
        var codes = new List<string>();
        foreach (var one in wanted)
        {
            codes.Add((await SettleAsync(database, one.Wanted, one.By)).Refusals[0].Code);
        }

        // Assert
        Assert.Equal(wanted.Select(w => w.Expected), codes);
        Assert.Equal(1, await database.ReadAsync(db => db.SettingDecisions.CountAsync()));
    }

    private static async Task<TestDatabase> NewAsync(DatabaseProvider provider)
    {
        var database = await TestData.WithAreasAsync(provider);
        // What is settled holds at the commit because this listens.
        _ = database.Services.GetServices<IHostedService>().ToList();
        return database;
    }

    private static Task<Outcome<Done>> SettleAsync(TestDatabase database, SettingWanted wanted, StaffScope? by = null) =>
        database.Units.RunAsync<ChangeSetting, Done>(
            (act, ct) => act.DoAsync(wanted, by ?? Manager, Provenance.Staff((by ?? Manager).StaffId, database.Clock.UtcNow), ct), CancellationToken.None);

    private static Task TickAsync(TestDatabase database) => database.Services.GetRequiredService<JobRunner>().RunAsync("recount", CancellationToken.None);

    private static Task<int> CountAsync(TestDatabase database) => database.ReadAsync(db => db.PromiseSegments.CountAsync());
}
