using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Sealing;
using SlrtBot.Core.Staff;
using SlrtBot.Core.Villages;
using SlrtBot.TestKit;
using Xunit;
using static SlrtBot.Core.Tests.Villages.VillageActs;

namespace SlrtBot.Core.Tests.Villages;

/// <summary>Villages that are renamed, merged and split, and decisions that are taken back.</summary>
public sealed class VillageChangeTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task An_old_name_leads_to_the_village_and_is_told_as_its_former_one(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var areas = database.Services.GetRequiredService<AreaCatalogue>();

        // Act
        Assert.True((await RenameAsync(database, Nagrak, "Desa Mekarwangi Asri", Today)).Succeeded);

        // Assert
        Assert.Equal("Desa Mekarwangi Asri, Kec. Cangkuang", areas.Path(Nagrak));
        Assert.Equal(("Nagrak", Today), (areas.FormerNamesOf(Nagrak).Single().Name, areas.FormerNamesOf(Nagrak).Single().Until));
        Assert.Equal(Nagrak, areas.Search("mekarwangi asri").Only?.Code);
        var old = areas.Search("desa nagrak kec cangkuang");
        Assert.Equal((AreaCertainty.Near, "Nagrak", Nagrak), (old.Certainty, old.Former?.Name, old.Matches.Single().Area.Code));
        var decision = await database.ReadAsync(db => db.AreaDecisions.SingleAsync());
        Assert.Equal((AreaDecisionKind.Renamed, "Nagrak", "Mekarwangi Asri", Today), (decision.Kind, decision.Before, decision.After, decision.Day));
        Assert.Equal("SK Bupati 7", database.Services.GetRequiredService<FieldCipher>().Open(decision.Reason!, AreaDecision.Table, decision.Id, "reason"));
        Assert.Equal(["area.renamed"], await database.AuditedAsync(decision.Id));
        // A list that is behind does not give the old name back.
        var again = await database.Services.GetRequiredService<PrepareAreas>().ImportAsync(null, Provenance.Verb("areas import", database.Clock.UtcNow), default);
        Assert.Equal((0, 0), (again.Value.Renamed, again.Value.Ended));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_ended_village_keeps_its_complaints_and_shows_them_to_who_works_in_its_successor(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var before = await database.LodgeAsync(TestData.Story(village: Nagrak));
        var (mine, there, elsewhere) = (await StaffAsync(database, "nagrak", Nagrak), await StaffAsync(database, "cangkuang", Cangkuang), await StaffAsync(database, "ciluncat", Ciluncat));

        // Act
        var ended = await EndAsync(database, Nagrak, Cangkuang, Today, [mine.Roles[0].Id]);
        var after = await database.LodgeAsync(TestData.Story(village: Nagrak));

        // Assert
        Assert.True(ended.Succeeded, string.Join(' ', ended.Refusals.Select(r => r.Code)));
        Assert.Equal((Nagrak, Cangkuang), ((await database.ReloadAsync(before)).VillageCode, after.VillageCode));
        Assert.Equal([Cangkuang], (await ScopeAsync(database, mine.Id)).Roles.Select(r => r.AreaCode).Except([Nagrak]));
        Assert.Equal((true, true, false), (await SeesAsync(database, mine.Id, before.Id), await SeesAsync(database, there.Id, before.Id), await SeesAsync(database, elsewhere.Id, before.Id)));
        var working = await InScopeAsync<StaffQueries, IReadOnlyList<StaffScope>>(database, q => q.WorkingInAsync(AreaCode.Chain(Nagrak), Today, default));
        Assert.Equal([mine.Id, there.Id], working.Select(s => s.StaffId).Order());
        var areas = database.Services.GetRequiredService<AreaCatalogue>();
        var found = areas.Search("nagrak kec cangkuang");
        Assert.Equal(("Nagrak", Cangkuang), (found.Former?.Name, found.Matches.Single().Area.Code));
        Assert.DoesNotContain(areas.Villages("32.04.44"), v => v.Code == Nagrak);
        Assert.Contains("staff.roles_changed", await database.AuditedAsync(mine.Id));
        Assert.Equal("unknown_village", (await RegisterAsync(database, Nagrak)).Refusals.Single().Code);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Successors_are_followed_to_the_one_that_is_valid_today(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var before = await database.LodgeAsync(TestData.Story(village: Nagrak));
        var last = await StaffAsync(database, "ciluncat", Ciluncat);

        // Act
        Assert.True((await EndAsync(database, Nagrak, Cangkuang, Today, [])).Succeeded);
        Assert.True((await EndAsync(database, Cangkuang, Ciluncat, Today, [])).Succeeded);
        var ring = await EndAsync(database, Ciluncat, Nagrak, Today, []);
        var twice = await EndAsync(database, Nagrak, Ciluncat, Today, []);

        // Assert
        var areas = database.Services.GetRequiredService<AreaCatalogue>();
        Assert.Equal((Ciluncat, Ciluncat, Ciluncat), (areas.NowOf(Nagrak), areas.NowOf(Cangkuang), areas.NowOf(Ciluncat)));
        Assert.Equal([Cangkuang, Nagrak], areas.PlacesTakenBy(Ciluncat).Order());
        Assert.True(await SeesAsync(database, last.Id, before.Id));
        Assert.Equal(("village_successor_ended", "village_ended"), (ring.Refusals.Single().Code, twice.Refusals.Single().Code));
    }

    [Fact]
    public void A_ring_of_successors_leads_nowhere()
    {
        // Arrange: no act makes one
        var (one, other) = (Area.From(Nagrak, "Nagrak"), Area.From(Cangkuang, "Cangkuang"));
        (one.ValidTo, one.SuccessorCode, other.ValidTo, other.SuccessorCode) = (Today, Cangkuang, Today, Nagrak);
        var areas = new AreaCatalogue(new AreaOptions());

        // Act
        areas.Load([one, other]);

        // Assert
        Assert.Equal((Nagrak, Cangkuang), (areas.NowOf(Nagrak), areas.NowOf(Cangkuang)));
        Assert.Equal(AreaCertainty.None, areas.Search("nagrak").Certainty);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_village_that_is_split_goes_on_or_makes_room_and_what_was_made_is_left_alone_by_the_lists(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var holder = await StaffAsync(database, "nagrak", Nagrak);

        // Act
        var beside = await SplitAsync(database, Nagrak, [new(New, "Nagrak Wetan")], goesOn: true, [holder.Roles[0].Id]);
        var instead = await SplitAsync(database, Ciluncat, [new("32.04.44.2091", "Ciluncat Kidul"), new("3204442092", "Ciluncat Kaler")], goesOn: false, [], "32.04.44.2092");
        var again = await database.Services.GetRequiredService<PrepareAreas>().ImportAsync(null, Provenance.Verb("areas import", database.Clock.UtcNow), default);

        // Assert
        Assert.True(beside.Succeeded && instead.Succeeded, string.Join(' ', beside.Refusals.Concat(instead.Refusals).Select(r => r.Code)));
        Assert.Equal((0, 0), (again.Value.Added, again.Value.Ended));
        var areas = database.Services.GetRequiredService<AreaCatalogue>();
        Assert.Equal((false, Nagrak, Today), (areas.Get(Nagrak).HasEnded, areas.Get(New).OriginCode, areas.Get(New).ValidFrom));
        Assert.Equal([Nagrak, New], (await ScopeAsync(database, holder.Id)).Roles.Select(r => r.AreaCode).Order());
        Assert.Equal("32.04.44.2092", areas.NowOf(Ciluncat));
        // Who names the village of before is asked which of those that it became.
        Assert.Equal(["32.04.44.2091", "32.04.44.2092"], areas.Search("ciluncat").Matches.Select(m => m.Area.Code).Order());
        Assert.Equal(Nagrak, areas.Search("nagrak kec cangkuang").Only?.Code);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_decision_that_is_taken_back_leaves_all_as_if_it_had_never_been(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var staff = await StaffAsync(database, "nagrak", Nagrak, (Role.Coordinator, Cangkuang));
        var deputy = await StaffAsync(database, "deputy", Nagrak, standsInFor: staff.Id);
        Guid[] chosen = [.. staff.Roles.Where(r => r.AreaCode == Nagrak).Select(r => r.Id), deputy.Roles[0].Id];
        var state = await StateAsync(database);
        Func<Task<Outcome<Done>>>[] acts =
        [
            () => RenameAsync(database, Nagrak, "Mekarwangi", Today),
            () => EndAsync(database, Nagrak, Cangkuang, Today, chosen),
            () => SplitAsync(database, Nagrak, [new(New, "Nagrak Wetan")], goesOn: true, chosen),
            () => SplitAsync(database, Nagrak, [new(New, "Nagrak Wetan")], goesOn: false, chosen),
            () => RunAsync<SetVillagePoint>(database, async (act, by) => await act.DoAsync(new(await SeenAsync(database, Nagrak), "-7.05, 107.59", "GPS"), Admin, by, default)),
        ];

        foreach (var act in acts)
        {
            // Act
            Assert.True((await act()).Succeeded);
            var changed = await StateAsync(database);
            chosen = [];
            var back = await BackAsync(database, Nagrak);

            // Assert
            Assert.NotEqual(state, changed);
            Assert.True(back.Succeeded, string.Join(' ', back.Refusals.Select(r => r.Code)));
            Assert.Equal(state, await StateAsync(database));
            chosen = [.. await database.ReadAsync(db => db.StaffRoles.Where(r => r.AreaCode == Nagrak).Select(r => r.Id).ToListAsync())];
        }

        Assert.Equal(acts.Length * 2, await database.ReadAsync(db => db.AreaDecisions.CountAsync()));
        Assert.Equal("stale", (await BackAsync(database, Nagrak)).Refusals.Single().Code);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_decision_that_others_rest_on_stays(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var staff = await StaffAsync(database, "ciluncat", Ciluncat);
        await SplitAsync(database, Nagrak, [new(New, "Nagrak Wetan")], goesOn: true, []);
        await EndAsync(database, Ciluncat, Cangkuang, Today, [staff.Roles[0].Id]);

        // Act
        await database.LodgeAsync(TestData.Story(village: New));
        var told = await BackAsync(database, Nagrak);
        await database.ReadAsync(async db =>
        {
            db.RemoveRange(await db.StaffRoles.Where(r => r.StaffId == staff.Id).ToListAsync());
            await database.Gate.SaveAsync(db, default);
            return true;
        });
        var moved = await BackAsync(database, Ciluncat);

        // Assert
        Assert.Equal(("village_built_on", "village_built_on"), (told.Refusals.Single().Code, moved.Refusals.Single().Code));
        Assert.True((await database.ReadAsync(db => db.Areas.SingleAsync(a => a.Code == Ciluncat))).HasEnded);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_log_is_written_once(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        await RenameAsync(database, Nagrak, "Mekarwangi", Today);

        // Act
        Task Change() => database.ReadAsync(async db =>
        {
            db.RemoveRange(await db.AreaDecisions.ToListAsync());
            await database.Gate.SaveAsync(db, default);
            return true;
        });

        // Assert
        await Assert.ThrowsAnyAsync<Exception>(Change);
    }
}
