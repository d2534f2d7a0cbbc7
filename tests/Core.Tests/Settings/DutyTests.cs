using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Settings;
using SlrtBot.Core.Staff;
using SlrtBot.TestKit;
using Xunit;

namespace SlrtBot.Core.Tests.Settings;

public sealed class DutyTests
{
    private const string District = "32.04.44";
    private static readonly StaffScope Manager = TestData.Staff(Role.Manager);

    [Theory, OnSqlite, OnPostgres]
    public async Task Whoever_is_on_duty_there_is_named_with_the_number_the_nearest_first(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var asep = await HandoverDesksOf.HireAsync(database, "Asep", Role.Supervisor, District);

        // Act
        var outcomes = new[]
        {
            await AddAsync(database, Wanted("32.04") with { Name = "Piket kabupaten", Phone = "022-5891234" }),
            await AddAsync(database, Wanted(District) with { StaffId = asep.StaffId, Phone = "0812 3456 7890" }),
            await AddAsync(database, Wanted("32.04.37") with { Name = "Kecamatan lain", Phone = "0813-0000-0000" }),
        };

        // Assert
        Assert.All(outcomes, o => Assert.True(o.Succeeded));
        Assert.Equal([new OnDuty("Asep", "0812-3456-7890", District), new("Piket kabupaten", "022-5891234", "32.04")], await NowAsync(database, TestData.Village));
        Assert.Equal([new OnDuty("Piket kabupaten", "022-5891234", "32.04")], await NowAsync(database, "32.04"));
        var entry = await database.ReadAsync(db => db.DutyEntries.SingleAsync(d => d.AreaCode == District));
        Assert.Equal(["duty.added"], await database.AuditedAsync(entry.Id));
        Assert.DoesNotContain("7890", entry.Phone!.ToString(), StringComparison.Ordinal);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Whoever_was_taken_off_whose_account_is_closed_or_whose_time_it_is_not_is_not_named(DatabaseProvider provider)
    {
        // Arrange: ten in the morning of Monday, 23 November 2026, on Java
        await using var database = await TestData.WithAreasAsync(provider);
        var asep = await HandoverDesksOf.HireAsync(database, "Asep", Role.Supervisor, District);
        var gone = Wanted(District) with { Name = "Sudah pergi" };
        await AddAsync(database, gone);
        await AddAsync(database, Wanted(District) with { StaffId = asep.StaffId, Name = null });
        await AddAsync(database, Wanted(District) with { Name = "Malam", Hours = "19.00-07.00" });
        await AddAsync(database, Wanted(District) with { Name = "Besok", From = new(2026, 11, 24) });

        // Act
        var removed = await RemoveAsync(database, gone.Id, Manager);
        var again = await RemoveAsync(database, gone.Id, Manager);
        await using (var scope = database.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<SlrtDbContext>();
            (await db.StaffMembers.SingleAsync(s => s.Id == asep.StaffId)).IsActive = false;
            await database.Gate.SaveAsync(db, CancellationToken.None);
        }

        // Assert
        Assert.Equal((true, "already_done"), (removed.Succeeded, again.Refusals[0].Code));
        Assert.Empty(await NowAsync(database, TestData.Village));
        var stored = await database.ReadAsync(db => db.DutyEntries.SingleAsync(d => d.Id == gone.Id));
        Assert.Null(stored.Phone);
        Assert.Equal([(null, "/ "), ("/ ", null)], (await database.ReadAsync(db => db.SettingDecisions.Where(d => d.Code == stored.Code).OrderBy(d => d.Id).ToListAsync())).Select(d => (d.Before, d.After)));
        database.Clock.Advance(TimeSpan.FromHours(12));
        Assert.Equal(["Malam"], (await NowAsync(database, TestData.Village)).Select(p => p.Name));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_emergency_reaches_somebody_on_duty_or_a_linked_chat_or_nobody(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var before = await IsReachedAsync(database);
        var entry = Wanted(District) with { Name = "Asep" };

        // Act
        await AddAsync(database, entry);
        var onDuty = await IsReachedAsync(database);
        await RemoveAsync(database, entry.Id, Manager);
        var off = await IsReachedAsync(database);
        var chat = await database.ConversationAsync();
        var staff = await HandoverDesksOf.HireAsync(database, "Sri", Role.Supervisor, District);
        await database.AddAsync(new StaffChat { Id = SequentialId.Next(database.Clock.UtcNow), StaffId = staff.StaffId, ConversationId = chat.Id, LinkedAt = database.Clock.UtcNow });

        // Assert
        Assert.Equal((false, true, false, true), (before, onDuty, off, await IsReachedAsync(database)));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_cannot_be_meant_is_refused_and_nothing_is_stored(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var wanted = Wanted(District) with { Name = "Asep" };
        (DutyWanted Wanted, StaffScope By, string Expected)[] all =
        [
            (wanted with { Area = "" }, Manager, "required"),
            (wanted with { Area = "99.99" }, Manager, "not_found"),
            (wanted with { Area = "32" }, Manager, "not_found"),
            (wanted, TestData.Staff(Role.Manager, "32.73"), "forbidden"),
            (wanted, TestData.Staff(Role.Supervisor, District), "forbidden"),
            (wanted with { Name = " " }, Manager, "required"),
            (wanted with { StaffId = Guid.Empty }, Manager, "duty_twice_named"),
            (wanted with { Name = null, StaffId = Guid.Empty }, Manager, "not_a_choice"),
            (wanted with { Name = new string('n', 81) }, Manager, "too_long"),
            (wanted with { Phone = "" }, Manager, "required"),
            (wanted with { Phone = "rumah" }, Manager, "setting_unread"),
            (wanted with { Hours = "malam" }, Manager, "setting_unread"),
            (wanted with { To = new(2026, 11, 22) }, Manager, "day_is_over"),
            (wanted with { From = new(2026, 11, 26), To = new(2026, 11, 25) }, Manager, "days_wrong_way"),
            (wanted with { Reason = "" }, Manager, "required"),
        ];

        // Act
        var codes = new List<string>();
        foreach (var one in all)
        {
            codes.Add((await AddAsync(database, one.Wanted, one.By)).Refusals[0].Code);
        }

        await AddAsync(database, wanted);
        var twice = await AddAsync(database, wanted);
        var elsewhere = await RemoveAsync(database, wanted.Id, TestData.Staff(Role.Manager, "32.73"));

        // Assert
        Assert.Equal(all.Select(a => a.Expected), codes);
        Assert.Equal((true, "not_found"), (twice.Succeeded, elsewhere.Refusals[0].Code));
        Assert.Equal(1, await database.ReadAsync(db => db.DutyEntries.CountAsync()));
    }

    [Theory]
    [InlineData("/ ", "2026-12-01T03:00", true)]
    [InlineData("2026-12-01/2026-12-02 ", "2026-12-02T23:59", true)]
    [InlineData("2026-12-01/2026-12-02 ", "2026-12-03T00:00", false)]
    [InlineData("2026-12-01/2026-12-01 19:00-07:00", "2026-12-02T06:59", true)]
    [InlineData("2026-12-01/2026-12-01 19:00-07:00", "2026-12-02T07:00", false)]
    [InlineData("2026-12-01/2026-12-01 19:00-07:00", "2026-12-01T06:59", false)]
    [InlineData("/2026-12-01 08:00-15:00", "2026-12-01T08:00", true)]
    [InlineData("/2026-12-01 08:00-15:00", "2026-12-01T15:00", false)]
    public void A_night_belongs_to_the_day_on_which_it_begins(string written, string at, bool covered)
    {
        var (time, moment) = (DutyTime.TryParse(written)!, DateTime.Parse(at, System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal((covered, written), (time.Covers(DateOnly.FromDateTime(moment), TimeOnly.FromDateTime(moment)), time.ToString()));
    }

    private static DutyWanted Wanted(string area) =>
        new(SequentialId.Next(DateTime.UnixEpoch), area, null, null, "0812-1111-2222", null, null, null, "Jadwal piket");

    private static Task<Outcome<Done>> AddAsync(TestDatabase database, DutyWanted wanted, StaffScope? by = null) => database.Units.RunAsync<AddDuty, Done>(
        (act, ct) => act.DoAsync(wanted, by ?? Manager, Provenance.Staff((by ?? Manager).StaffId, database.Clock.UtcNow), ct), CancellationToken.None);

    private static Task<Outcome<Done>> RemoveAsync(TestDatabase database, Guid id, StaffScope by) => database.Units.RunAsync<RemoveDuty, Done>(
        (act, ct) => act.DoAsync(new(id, "Ganti jadwal"), by, Provenance.Staff(by.StaffId, database.Clock.UtcNow), ct), CancellationToken.None);

    private static async Task<IReadOnlyList<OnDuty>> NowAsync(TestDatabase database, string area)
    {
        await using var scope = database.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<DutyQueries>().NowAsync(area, database.Clock.UtcNow, CancellationToken.None);
    }

    private static async Task<bool> IsReachedAsync(TestDatabase database)
    {
        await using var scope = database.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<DutyQueries>().IsAnybodyReachedAsync(database.Clock.UtcNow, CancellationToken.None);
    }
}
