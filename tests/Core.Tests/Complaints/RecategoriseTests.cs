using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Complaints.Access;
using SlrtBot.Core.Complaints.Changes;
using SlrtBot.Core.Complaints.Sheets;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Staff;
using SlrtBot.TestKit;
using Xunit;

namespace SlrtBot.Core.Tests.Complaints;

/// <summary>Staff say what a complaint is about, and how delicate it is.</summary>
public sealed class RecategoriseTests
{
    private static readonly StaffScope Desk = TestData.Staff(Role.Frontoffice);
    private static readonly StaffScope Manager = TestData.Staff(Role.Manager, readsSensitive: true);

    [Theory, OnSqlite, OnPostgres]
    public async Task What_it_was_lodged_as_stays_beside_it_the_resident_is_told_and_the_day_only_comes_nearer(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var chat = await database.ConversationAsync();
        var complaint = await database.LodgeAsync(TestData.Story(chat.Id, "N3"));

        // Act: five days instead of fourteen, then fourteen again
        var outcome = await DoAsync(database, Wanted(complaint, "N5"), Desk);
        var nearer = await database.ReloadAsync(complaint);
        database.Clock.Advance(TimeSpan.FromHours(1));
        await DoAsync(database, Wanted(nearer, "N4"), Desk);

        // Assert
        Assert.True(outcome.Succeeded);
        var stored = await database.ReloadAsync(complaint);
        Assert.Equal(("N4", "N3", false), (stored.CategoryCode, stored.OriginalCategory, stored.IsSensitive));
        Assert.True(nearer.PromiseOn < complaint.PromiseOn);
        Assert.Equal(nearer.PromiseOn, stored.PromiseOn);
        // The limit of its stage is nearer still, and goes on from when it was received.
        Assert.Equal(new DateOnly(2026, 11, 24), (await database.ReadAsync(db => db.WorkTasks.SingleAsync())).DueOn);
        Assert.Contains(await database.SaidAsync(chat.Id), text => text.Contains("«KTP, KK, akta»", StringComparison.Ordinal) && text.Contains(complaint.Reference, StringComparison.Ordinal));
        var lines = (await SheetAsync(database, complaint, Desk)).Timeline.Where(l => l.Verb == "recategorised").ToList();
        Assert.Equal([("N3", "N5", "Salah pilih."), ("N5", "N4", "Salah pilih.")], lines.Select(l => (l.Category!.FromCode, l.Category.ToCode, l.Note!)));
        Assert.Equal(2, (await database.AuditedAsync(complaint.Id)).Count(verb => verb == "complaint.recategorised"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Made_delicate_it_leaves_whoever_may_not_read_it_with_all_that_hangs_on_it_and_no_chat_says_a_word(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var chat = await database.ConversationAsync();
        var complaint = await database.LodgeAsync(TestData.Story(chat.Id));
        var holder = TestData.Staff(Role.Coordinator, TestData.Village);
        var told = (await database.SaidAsync(chat.Id)).Count;

        // Act
        var outcome = await DoAsync(database, Wanted(complaint, "P2") with { Concerns = Concern.VillageOffice }, Desk);

        // Assert: the front office itself has closed the door behind it, the village's office never learns of it
        Assert.True(outcome.Succeeded);
        Assert.Equal((0, 0, 1), (await SeenByAsync(database, Desk), await SeenByAsync(database, holder), await SeenByAsync(database, Manager)));
        var task = await database.ReadAsync(db => db.WorkTasks.SingleAsync());
        Assert.Equal((true, Concern.VillageOffice, Role.Supervisor), (task.IsSensitive, task.Concerns!.Value, task.DeskRole!.Value));
        Assert.Equal(told, (await database.SaidAsync(chat.Id)).Count);
        Assert.Equal("not_found", (await DoAsync(database, Wanted(await database.ReloadAsync(complaint), "P1"), Desk)).Refusals[0].Code);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Taken_for_ordinary_again_it_names_nobody_and_is_seen_again(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var complaint = await database.LodgeAsync(TestData.Story(null, "P5") with { Concerns = Concern.VillageOffice });

        // Act
        var outcome = await DoAsync(database, Wanted(complaint, "P4"), Manager);

        // Assert
        Assert.True(outcome.Succeeded);
        var stored = await database.ReloadAsync(complaint);
        Assert.Equal((false, null, null), (stored.IsSensitive, stored.Concerns, stored.ConcernsStaffId));
        Assert.Equal(1, await SeenByAsync(database, TestData.Staff(Role.Coordinator, TestData.Village)));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_cannot_be_meant_is_refused_and_pressed_twice_is_once(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var complaint = await database.LodgeAsync(TestData.Story());
        var elsewhere = TestData.Staff(Role.Frontoffice, "32.73");
        var wanted = Wanted(complaint, "N5");

        // Act
        (RecategoriseInput Wanted, StaffScope By, string Expected)[] tries =
        [
            (wanted, elsewhere, "not_found"),
            (wanted, TestData.Staff(Role.Backoffice), "forbidden"),
            (wanted with { Version = complaint.Version - 1 }, Desk, "stale"),
            (wanted with { CategoryCode = "zzz" }, Desk, "unknown_category"),
            (wanted with { CategoryCode = "O2" }, Desk, "unknown_category"),
            (wanted with { Concerns = Concern.Manager }, Desk, "category_about_nobody"),
            (wanted with { Note = " " }, Desk, "required"),
            (wanted with { CategoryCode = complaint.CategoryCode }, Desk, "category_as_before"),
        ];
        var codes = new List<string>();
        foreach (var one in tries)
        {
            codes.Add((await DoAsync(database, one.Wanted, one.By)).Refusals[0].Code);
        }

        await DoAsync(database, wanted, Desk);
        var twice = await DoAsync(database, wanted, Desk);

        // Assert
        Assert.Equal(tries.Select(t => t.Expected), codes);
        Assert.True(twice.Succeeded);
        Assert.Equal(1, await database.ReadAsync(db => db.CategoryRevisions.CountAsync()));
    }

    private static RecategoriseInput Wanted(Complaint complaint, string category) =>
        new(complaint.Id, complaint.Version, category, false, null, "Salah pilih.", SequentialId.Next(complaint.LodgedAt));

    private static Task<Outcome<Complaint>> DoAsync(TestDatabase database, RecategoriseInput input, StaffScope by) =>
        database.Units.RunAsync<RecategoriseComplaint, Complaint>(
            (act, ct) => act.DoAsync(input, by, Provenance.Staff(by.StaffId, database.Clock.UtcNow), ct), CancellationToken.None);

    private static Task<int> SeenByAsync(TestDatabase database, StaffScope reader) => database.ReadAsync(db => db.Complaints.VisibleTo(reader).CountAsync());

    private static async Task<ComplaintSheet> SheetAsync(TestDatabase database, Complaint complaint, StaffScope reader)
    {
        await using var scope = database.Services.CreateAsyncScope();
        var unseen = await scope.ServiceProvider.GetRequiredService<ComplaintSheets>().FindAsync(complaint.Reference, reader, CancellationToken.None);
        return await scope.ServiceProvider.GetRequiredService<Core.Audit.Views>().ShowAsync(unseen!, Provenance.Staff(reader.StaffId, database.Clock.UtcNow), CancellationToken.None);
    }
}
