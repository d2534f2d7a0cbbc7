using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Staff;
using SlrtBot.Core.Villages;
using SlrtBot.TestKit;
using Xunit;
using static SlrtBot.Core.Tests.Villages.VillageActs;

namespace SlrtBot.Core.Tests.Villages;

/// <summary>What nobody can mean with a village.</summary>
public sealed class VillageRefusalTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task What_cannot_be_meant_is_refused_with_its_reason_and_nothing_is_stored(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var (mine, whole) = (await StaffAsync(database, "nagrak", Nagrak), await StaffAsync(database, "both", Nagrak, (Role.Facilitator, "32.73.01.1001")));
        await database.LodgeAsync(TestData.Story(village: Nagrak));
        database.Clock.Advance(TimeSpan.FromDays(2));
        var (stranger, manager) = (TestData.Staff(Role.Administrator, "32.05"), TestData.Staff(Role.Manager));
        var seen = new VillageSeen(Nagrak, Guid.Empty);
        EndVillageInput End(string? to, DateOnly? day, params Guid[] roles) => new(seen, to, day, roles, "SK");
        SplitVillageInput Split(bool goesOn, string? successor, params NewVillage[] made) => new(seen, made, goesOn, successor, Today.AddDays(2), [], "SK");

        // Act
        var refused = new List<string>();
        async Task TryAsync<TAct>(Func<TAct, Provenance, Task<Outcome<Done>>> act)
            where TAct : notnull => refused.Add(string.Join(' ', (await RunAsync(database, act)).Refusals.Select(r => r.Code)));
        foreach (var (input, by) in new[]
        {
            (End(null, Today), Admin), (End("zzz", Today), Admin), (End(Nagrak, Today), Admin), (End("32.04.44", Today), Admin), (End("32.73.01.1001", Today), Admin),
            (End(Cangkuang, null), Admin), (End(Cangkuang, Today.AddDays(3)), Admin), (End(Cangkuang, Today.AddDays(-1)), Admin), (End(Cangkuang, Today.AddDays(2), Guid.Empty), Admin),
            (End(Cangkuang, Today.AddDays(2), whole.Roles[0].Id), Admin), (End(Cangkuang, Today.AddDays(2)) with { Reason = " " }, Admin),
            (End(Cangkuang, Today.AddDays(2)) with { Seen = new(Nagrak, mine.Id) }, Admin), (End(Cangkuang, Today.AddDays(2)), stranger), (End(Cangkuang, Today.AddDays(2)), manager),
            (End(Cangkuang, Today.AddDays(2), mine.Roles[0].Id), Admin with { StaffId = mine.Id }),
        })
        {
            await TryAsync<EndVillage>((act, now) => act.DoAsync(input, by, now, default));
        }

        foreach (var input in new[]
        {
            Split(true, null), Split(true, null, new NewVillage(Cangkuang, "Baru")), Split(true, null, new NewVillage("32.04.37.2090", "Baru")), Split(true, null, new NewVillage("32.04.44", "Baru")),
            Split(true, null, new NewVillage(New, "")), Split(true, null, new NewVillage(New, "Cangkuang")), Split(true, null, new NewVillage(New, "Satu"), new NewVillage(New, "Dua")),
            Split(false, null, new NewVillage(New, "Satu"), new NewVillage("32.04.44.2091", "Dua")), Split(false, Cangkuang, new NewVillage(New, "Satu")),
        })
        {
            await TryAsync<SplitVillage>((act, now) => act.DoAsync(input, Admin, now, default));
        }

        foreach (var (name, day) in new (string?, DateOnly?)[] { (null, Today), ("123", Today), (new string('x', 61), Today), ("Cangkuang", Today), ("Nagrak", Today), ("Mekar", Today.AddDays(3)) })
        {
            await TryAsync<RenameVillage>((act, now) => act.DoAsync(new(seen, name, day, "SK"), Admin, now, default));
        }

        foreach (var pin in new[] { "dekat masjid", "48.85, 2.35", "107.59, -7.05" })
        {
            await TryAsync<SetVillagePoint>((act, now) => act.DoAsync(new(seen, pin, "SK"), Admin, now, default));
        }

        // Assert: the complaint of the first day stands in the way of the day before
        Assert.Equal(
            [
                "required", "not_a_choice", "not_a_choice", "not_a_choice", "not_a_choice", "required", "day_to_come", "village_complaint_after", "not_a_choice",
                "village_role_elsewhere", "required", "stale", "not_found", "not_found", "village_role_elsewhere",
                "required", "village_code_taken", "village_code_elsewhere", "village_code_unfit", "required", "village_name_taken", "village_code_taken", "not_a_choice", "not_a_choice",
                "required", "village_name_unfit", "too_long", "village_name_taken", "nothing_changed", "day_to_come",
                "point_unread", "point_elsewhere", "point_elsewhere",
            ],
            refused);
        Assert.Equal(0, await database.ReadAsync(db => db.AreaDecisions.CountAsync()));
    }
}
