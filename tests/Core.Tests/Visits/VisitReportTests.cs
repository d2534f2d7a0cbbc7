using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Files;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Sealing;
using SlrtBot.Core.Staff;
using SlrtBot.Core.Tasks;
using SlrtBot.Core.Visits;
using SlrtBot.TestKit;
using Xunit;

namespace SlrtBot.Core.Tests.Visits;

/// <summary>What is written down at the house, and the arrow from facilitator to supervisor that demands it.</summary>
public sealed class VisitReportTests
{
    private static readonly StaffScope Facilitator = TestData.Staff(Role.Facilitator, TestData.Village);
    private static readonly StaffScope Colleague = TestData.Staff(Role.Coordinator, TestData.Village);
    private static readonly StaffScope Supervisor = TestData.Staff(Role.Supervisor, "32.04.44");

    [Theory, OnSqlite, OnPostgres]
    public async Task Nothing_leaves_the_field_for_the_supervisor_without_a_report(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var complaint = await database.LodgeAsync(TestData.Story());
        var visit = (await database.PlanAsync(complaint, Facilitator)).Value;

        // Act
        var bare = await database.MoveAsync(complaint, ComplaintWorkflow.ReportVisit, Facilitator, note: "Sudah ke sana.");
        var empty = await database.SendAsync(visit, Facilitator);

        // Assert
        Assert.Equal(("required", ComplaintWorkflow.Visit), (Assert.Single(bare.Refusals).Code, bare.Refusals[0].Field));
        Assert.Equal(
            [VisitFields.Whom, VisitFields.Day, "house.condition", "need.what", "need.haste", "need.words", "papers.seen", VisitFields.Finding, VisitFields.Advice],
            empty.Refusals.Select(r => r.Field));
        Assert.Equal(ComplaintStatus.FieldVerification, (await database.ReloadAsync(complaint)).Status);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Sent_it_is_the_supervisors_task_and_nobodys_of_its_authors(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var complaint = await database.LodgeAsync(TestData.Story());

        // Act
        var visit = await database.ReportedAsync(complaint, Facilitator);
        var again = await database.SendAsync(visit, Facilitator);

        // Assert
        Assert.True(again.Succeeded);
        var now = await database.ReloadAsync(complaint);
        Assert.Equal((ComplaintStatus.SupervisorReview, null), (now.Status, now.AssignedTo));
        var task = await database.ReadAsync(db => db.WorkTasks.SingleAsync());
        Assert.Equal((TaskKind.ApproveVisit, Role.Supervisor, null), (task.Kind, task.DeskRole!.Value, task.StaffId));
        var round = await database.ReadAsync(db => db.VisitRounds.SingleAsync());
        Assert.Equal((VisitOutcome.AsTold, database.Today(), null), (round.Outcome, round.VisitedOn, round.IsApproved));
        Assert.Null(visit.Outcome);
        Assert.Contains("visit.sent", await database.AuditedAsync(visit.Id));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_cannot_be_is_refused_at_its_field(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var visit = (await database.PlanAsync(await database.LodgeAsync(TestData.Story()), Facilitator)).Value;
        var wrong = new Dictionary<string, string?>
        {
            [VisitFields.Whom] = "tante", [VisitFields.Day] = "besok", ["house.people"] = "0", ["house.words"] = new string('x', VisitField.LongestText + 1),
            ["papers.seen"] = "ktp sim", ["zzz.zzz"] = "x",
        };

        // Act
        var met = await database.NoteAsync(visit, Facilitator, "met", wrong);
        var house = await database.NoteAsync(visit, Facilitator, "house", wrong);
        var papers = await database.NoteAsync(visit, Facilitator, "papers", wrong);
        var none = await database.NoteAsync(visit, Facilitator, "zzz", wrong);
        await database.FillAsync(visit, Facilitator, TestVisits.Whole(database.Today().AddDays(1)));
        var tomorrow = await database.SendAsync(visit, Facilitator);

        // Assert
        Assert.Equal(["not_a_choice", "visited_on_wrong"], met.Refusals.Select(r => r.Code));
        Assert.Equal(["people_wrong", "too_long"], house.Refusals.Select(r => r.Code));
        Assert.Equal("papers.seen", Assert.Single(papers.Refusals).Field);
        Assert.Equal("not_a_choice", Assert.Single(none.Refusals).Code);
        Assert.Equal("visited_on_wrong", Assert.Single(tomorrow.Refusals).Code);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Two_who_write_in_one_section_do_not_write_over_each_other(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var visit = (await database.PlanAsync(await database.LodgeAsync(TestData.Story()), Facilitator)).Value;
        var values = new Dictionary<string, string?> { ["need.words"] = "Beras habis." };
        await database.NoteAsync(visit, Facilitator, "need", values, seen: "");

        // Act
        var other = await database.NoteAsync(visit, Colleague, "need", new Dictionary<string, string?> { ["need.words"] = "Obat." }, seen: "");
        var same = await database.NoteAsync(visit, Colleague, "need", values, seen: "");
        var elsewhere = await database.NoteAsync(visit, Colleague, "papers", new Dictionary<string, string?> { ["papers.seen"] = "ktp" }, seen: "");

        // Assert
        Assert.Equal("stale", Assert.Single(other.Refusals).Code);
        Assert.True(same.Succeeded);
        Assert.True(elsewhere.Succeeded);
        Assert.Equal("Beras habis.", await WordsAsync(database, visit, "need.words"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Nothing_seen_there_lies_open_in_the_database(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var visit = await database.ReportedAsync(await database.LodgeAsync(TestData.Story()), Facilitator);

        // Act
        var rows = await database.ReadAsync(db => db.VisitValues.ToListAsync());

        // Assert
        Assert.All(rows, row => Assert.DoesNotContain("Atap", System.Text.Encoding.UTF8.GetString(row.Value!.Bytes), StringComparison.Ordinal));
        Assert.All(rows, row => Assert.Equal((visit.Id, Facilitator.StaffId), (row.VisitId, row.NotedBy)));
    }

    [Theory]
    [InlineData("-7.051234, 107.598765", -7.051234, 107.598765)]
    [InlineData("https://www.google.com/maps/@-7.0512,107.5987,17z", -7.0512, 107.5987)]
    [InlineData("https://maps.google.com/?q=-7.0512%2C107.5987", -7.0512, 107.5987)]
    [InlineData("geo:-7.05,107.59", -7.05, 107.59)]
    public void A_pin_is_read_as_people_copy_it(string pin, double north, double east) => Assert.Equal(new VisitPosition(north, east), VisitPosition.OfPin(pin));

    [Theory]
    [InlineData("")]
    [InlineData("Kp. Cibeureum RT 03 RW 05")]
    [InlineData("95.123, 107.598")]
    [InlineData("-7.05")]
    [InlineData("https://maps.app.goo.gl/AbC123")]
    public void What_is_no_pin_is_none(string pin) => Assert.Null(VisitPosition.OfPin(pin));

    [Theory, OnSqlite, OnPostgres]
    public async Task A_photo_says_how_its_place_is_known(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var visit = (await database.PlanAsync(await database.LodgeAsync(TestData.Story()), Facilitator)).Value;

        // Act
        var device = (await PhotoAsync(database, visit, 1, null, new(-7.05, 107.59), 12.3)).Value;
        var pin = (await PhotoAsync(database, visit, 2, "-7.06,107.60", new(-7.05, 107.59), 12.3)).Value;
        var none = (await PhotoAsync(database, visit, 3, null, null, null)).Value;
        var unreadable = await PhotoAsync(database, visit, 4, "dekat masjid", null, null);
        var twice = (await PhotoAsync(database, visit, 3, null, null, null)).Value;

        // Assert
        var cipher = database.Services.GetRequiredService<FieldCipher>();
        Assert.Equal((PositionSource.Device, 13, "-7.05,107.59"), (device.Source, device.Accuracy, cipher.OpenOptional(device.Position, VisitPhoto.Table, device.Id, "position")));
        Assert.Equal((PositionSource.Pin, null, "-7.06,107.6"), (pin.Source, pin.Accuracy, cipher.OpenOptional(pin.Position, VisitPhoto.Table, pin.Id, "position")));
        Assert.Equal((PositionSource.None, null), (none.Source, none.Position));
        Assert.Equal("pin_unreadable", Assert.Single(unreadable.Refusals).Code);
        Assert.Equal(none.Id, twice.Id);
        Assert.Equal(3, await database.ReadAsync(db => db.StoredFiles.CountAsync(f => f.VisitId == visit.Id && f.State == FileState.Stored)));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_photo_is_taken_out_until_it_was_sent_and_never_by_strangers(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var visit = (await database.PlanAsync(await database.LodgeAsync(TestData.Story()), Facilitator)).Value;
        var (kept, dropped) = ((await PhotoAsync(database, visit, 1, null, null, null)).Value, (await PhotoAsync(database, visit, 2, null, null, null)).Value);

        // Act
        var gone = await RemoveAsync(database, visit, dropped.Id, Facilitator);
        var stranger = await RemoveAsync(database, visit, kept.Id, TestData.Staff(Role.Facilitator, TestData.OtherVillage));
        await database.FillAsync(visit, Facilitator);
        await database.SendAsync(visit, Facilitator);
        var closed = await RemoveAsync(database, visit, kept.Id, Facilitator);
        await database.DecideAsync(visit, Supervisor, VisitWorkflow.Return, "Foto kurang.", "photos_unclear");
        var sent = await RemoveAsync(database, visit, kept.Id, Facilitator);

        // Assert
        Assert.True(gone.Succeeded);
        Assert.Equal(RefusalKind.NotFound, Assert.Single(stranger.Refusals).Kind);
        Assert.Equal("visit_closed", Assert.Single(closed.Refusals).Code);
        Assert.Equal("photo_sent", Assert.Single(sent.Refusals).Code);
        Assert.Equal([kept.Id], await database.ReadAsync(db => db.StoredFiles.Select(f => f.Id).ToListAsync()));
    }

    private static Task<Outcome<VisitPhoto>> PhotoAsync(TestDatabase database, Visit visit, byte content, string? pin, VisitPosition? device, double? accuracy) =>
        database.RunAsync<AddVisitPhoto, VisitPhoto>(
            Facilitator, (act, by, cancel) => act.DoAsync(
                new(visit.Id, SequentialId.Next(by.At), "image/jpeg", 100, [content], pin, device, accuracy), Facilitator, by, cancel));

    private static Task<Outcome<Visit>> RemoveAsync(TestDatabase database, Visit visit, Guid photo, StaffScope by) =>
        database.RunAsync<RemoveVisitPhoto, Visit>(by, (act, who, cancel) => act.DoAsync(visit.Id, photo, by, who, cancel));

    private static async Task<string> WordsAsync(TestDatabase database, Visit visit, string field)
    {
        var row = await database.ReadAsync(db => db.VisitValues.SingleAsync(v => v.VisitId == visit.Id && v.Field == field));
        return database.Services.GetRequiredService<FieldCipher>().OpenOptional(row.Value, VisitValue.Table, row.Id, "value")!;
    }
}
