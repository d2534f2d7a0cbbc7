using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Complaints.Access;
using SlrtBot.Core.Complaints.Changes;
using SlrtBot.Core.Complaints.Sheets;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Referrals;
using SlrtBot.Core.Staff;
using SlrtBot.TestKit;
using Xunit;

namespace SlrtBot.Core.Tests.Complaints;

/// <summary>Staff say in which village a complaint lies.</summary>
public sealed class PlaceComplaintTests
{
    private const string Regency = "32.04";
    private const string District = "32.04.44";
    private const string Neighbour = "32.04.44.2003";

    [Theory]
    [OnSqlite(Regency)]
    [OnSqlite(District)]
    [OnPostgres(Regency)]
    [OnPostgres(District)]
    public async Task The_village_is_set_with_old_and_new_in_the_audit_and_its_colleagues_see_it(DatabaseProvider provider, string lodgedAt)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var conversation = await database.ConversationAsync();
        var complaint = await database.LodgeAsync(TestData.Story(conversation.Id, village: lodgedAt));
        var (desk, village, other) = (TestData.Staff(Role.Frontoffice), TestData.Staff(Role.Coordinator, TestData.Village), TestData.Staff(Role.Coordinator, Neighbour));
        var (before, told) = (await SeenByAsync(database, village), (await database.SaidAsync(conversation.Id)).Count);

        // Act
        var outcome = await PlaceAsync(database, complaint, TestData.Village, desk, "Ditelepon: rumahnya di RT 3.");

        // Assert
        Assert.True(outcome.Succeeded);
        var stored = await database.ReloadAsync(complaint);
        Assert.Equal((Regency, District, TestData.Village, complaint.PromiseOn), (stored.RegencyCode, stored.DistrictCode, stored.VillageCode, stored.PromiseOn));
        Assert.Equal((0, 1, 0), (before, await SeenByAsync(database, village), await SeenByAsync(database, other)));
        Assert.Equal((lodgedAt, TestData.Village), await AuditedAsync(database, complaint));
        Assert.Equal(told, (await database.SaidAsync(conversation.Id)).Count);
        var line = (await SheetAsync(database, complaint, desk)).Timeline.Single(l => l.Verb == "placed");
        Assert.Equal((lodgedAt, TestData.Village, "Ditelepon: rumahnya di RT 3."), (line.Place!.FromCode, line.Place.ToCode, line.Note));
    }

    [Theory]
    [OnSqlite("zzz")]
    [OnSqlite(Regency)]
    [OnSqlite(District)]
    [OnSqlite(TestData.OtherVillage)]
    [OnSqlite("32.04.37")]
    [OnSqlite("32.73.01.1001")]
    [OnPostgres(TestData.OtherVillage)]
    public async Task Nothing_but_an_area_inside_the_present_one_is_taken(DatabaseProvider provider, string area)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var complaint = await database.LodgeAsync(TestData.Story(village: District));

        // Act
        var outcome = await PlaceAsync(database, complaint, area, TestData.Staff(Role.Manager));

        // Assert
        Assert.Equal(area == District ? "" : "not_a_place", string.Concat(outcome.Refusals.Select(r => r.Code)));
        Assert.Equal(District, (await database.ReloadAsync(complaint)).VillageCode);
        Assert.False(await database.ReadAsync(db => db.Placements.AnyAsync()));
    }

    [Theory]
    [OnSqlite(Role.Frontoffice, Regency, "")]
    [OnSqlite(Role.Coordinator, TestData.Village, "not_a_place")]
    [OnSqlite(Role.Coordinator, District, "not_a_place")]
    [OnSqlite(Role.Backoffice, Regency, "forbidden")]
    [OnSqlite(Role.Coordinator, Neighbour, "not_found")]
    [OnPostgres(Role.Frontoffice, Regency, "")]
    [OnPostgres(Role.Coordinator, TestData.Village, "not_a_place")]
    public async Task A_wrong_village_is_put_right_by_who_receives_the_complaints_of_both(DatabaseProvider provider, Role role, string area, string refused)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var complaint = await database.LodgeAsync(TestData.Story());

        // Act
        var outcome = await PlaceAsync(database, complaint, TestData.OtherVillage, TestData.Staff(role, area));

        // Assert
        Assert.Equal(refused, string.Concat(outcome.Refusals.Select(r => r.Code)));
        Assert.Equal(refused.Length == 0 ? TestData.OtherVillage : TestData.Village, (await database.ReloadAsync(complaint)).VillageCode);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_was_decided_on_an_older_version_is_refused_and_a_second_press_is_one(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var complaint = await database.LodgeAsync(TestData.Story(village: District));

        // Act
        var first = await PlaceAsync(database, complaint, TestData.Village, TestData.Staff(Role.Manager), "Kata ketua RT.");
        var pressedAgain = await PlaceAsync(database, complaint, TestData.Village, TestData.Staff(Role.Manager), "Kata ketua RT.");
        var late = await PlaceAsync(database, complaint, Neighbour, TestData.Staff(Role.Manager));

        // Assert
        Assert.True(first.Succeeded && pressedAgain.Succeeded);
        Assert.Equal(("stale", RefusalKind.Conflict), (late.Refusals.Single().Code, late.Refusals.Single().Kind));
        Assert.Equal(TestData.Village, (await database.ReloadAsync(complaint)).VillageCode);
        Assert.Equal((1, 1), await database.ReadAsync(async db => (await db.Placements.CountAsync(), await db.ComplaintNotes.CountAsync())));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_holder_without_work_there_lays_it_down_and_chat_and_referrals_follow(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var conversation = await database.ConversationAsync();
        var complaint = await database.LodgeAsync(TestData.Story(conversation.Id, "N1"));
        var manager = TestData.Staff(Role.Manager);
        await database.MoveAsync(complaint, "review", manager);
        var partner = await database.PartnerAsync();
        var referral = await ReferAsync(database, await database.ReloadAsync(complaint), partner.Id, manager);
        await HoldAsync(database, SequentialId.Next(database.Clock.UtcNow));

        // Act
        var outcome = await PlaceAsync(database, await database.ReloadAsync(complaint), TestData.OtherVillage, manager);

        // Assert
        Assert.True(outcome.Succeeded);
        Assert.Null((await database.ReloadAsync(complaint)).AssignedTo);
        Assert.Equal(("32.04.37", TestData.OtherVillage), await database.ReadAsync(async db =>
            (await db.Referrals.Select(r => r.DistrictCode).SingleAsync(), await db.Referrals.Where(r => r.Id == referral.Id).Select(r => r.VillageCode).SingleAsync())));
        Assert.Equal(TestData.OtherVillage, await database.ReadAsync(db => db.Conversations.Select(c => c.VillageCode).SingleAsync()));
    }

    [Fact]
    public async Task Only_where_somebody_works_is_offered()
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(DatabaseProvider.Sqlite);
        var areas = database.Services.GetRequiredService<AreaCatalogue>();
        var (wide, near) = (await database.LodgeAsync(TestData.Story(village: Regency)), await database.LodgeAsync(TestData.Story() with { DraftId = SequentialId.Next(database.Clock.UtcNow) }));

        // Act
        var (all, mine) = (Placing.Choices(TestData.Staff(Role.Manager), wide, areas).ToList(), Placing.Choices(TestData.Staff(Role.Coordinator, District), near, areas).ToList());

        // Assert
        Assert.Equal(areas.Districts(Regency).Sum(d => 1 + areas.Villages(d.Code).Count), all.Count);
        Assert.Equal(areas.Villages(District).Where(v => v.Code != TestData.Village), mine);
        Assert.Empty(Placing.Choices(TestData.Staff(Role.Facilitator, TestData.Village), near, areas));
        Assert.Empty(Placing.Choices(TestData.Staff(Role.Backoffice), wide, areas));
    }

    private static Task<Outcome<Complaint>> PlaceAsync(TestDatabase database, Complaint seen, string area, StaffScope staff, string? note = null) =>
        database.Units.RunAsync<PlaceComplaint, Complaint>(
            (act, ct) => act.DoAsync(
                new PlaceComplaintInput(seen.Id, seen.Version, area) { Note = note, NoteId = SequentialId.Next(database.Clock.UtcNow) },
                staff, Provenance.Staff(staff.StaffId, database.Clock.UtcNow), ct),
            CancellationToken.None);

    private static async Task<Referral> ReferAsync(TestDatabase database, Complaint complaint, Guid partner, StaffScope staff)
    {
        await database.AnalyseAsync(complaint);
        return (await database.Units.RunAsync<ReferComplaint, Referral>(
            (act, ct) => act.DoAsync(
                new ReferComplaintInput(
                    SequentialId.Next(database.Clock.UtcNow), complaint.Id, complaint.Version, partner, null, "Mohon diperiksa",
                    LocalDay.Of(database.Clock.UtcNow.AddDays(7), TimeZoneInfo.Utc), "spoken"),
                staff, Provenance.Staff(staff.StaffId, database.Clock.UtcNow), ct),
            CancellationToken.None)).Value;
    }

    /// <summary>Somebody holds it who has left, and the chat knows its village.</summary>
    private static async Task HoldAsync(TestDatabase database, Guid holder)
    {
        await using var scope = database.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SlrtDbContext>();
        (await db.Complaints.SingleAsync()).AssignedTo = holder;
        (await db.Conversations.SingleAsync()).VillageCode = TestData.Village;
        await database.Gate.SaveAsync(db, CancellationToken.None);
    }

    private static Task<int> SeenByAsync(TestDatabase database, StaffScope staff) => database.ReadAsync(db => db.Complaints.VisibleTo(staff).CountAsync());

    private static async Task<ComplaintSheet> SheetAsync(TestDatabase database, Complaint complaint, StaffScope staff)
    {
        await using var scope = database.Services.CreateAsyncScope();
        var unseen = await scope.ServiceProvider.GetRequiredService<ComplaintSheets>().FindAsync(complaint.Reference, staff, CancellationToken.None);
        return await scope.ServiceProvider.GetRequiredService<Core.Audit.Views>().ShowAsync(unseen!, Provenance.Staff(staff.StaffId, database.Clock.UtcNow), CancellationToken.None);
    }

    private static async Task<(string? From, string? To)> AuditedAsync(TestDatabase database, Complaint complaint)
    {
        var act = await database.ReadAsync(db => db.AuditActs.SingleAsync(a => a.SubjectId == complaint.Id && a.Verb == "complaint.placed"));
        using var data = JsonDocument.Parse(act.Data!);
        return (data.RootElement.GetProperty("from").GetString(), data.RootElement.GetProperty("to").GetString());
    }
}
