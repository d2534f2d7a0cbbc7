using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Complaints.Lodging;
using SlrtBot.Core.Complaints.Promises;
using SlrtBot.Core.Demo;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Notifications;
using SlrtBot.Core.Numbers;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Sealing;
using SlrtBot.TestKit;
using Xunit;

namespace SlrtBot.Core.Tests.Demo;

public sealed class DemoTests
{
    private static readonly DateOnly Until = new(2026, 11, 23);

    [Theory, OnSqlite, OnPostgres]
    public async Task The_same_plan_gives_the_same_ids_references_words_and_dates(DatabaseProvider provider)
    {
        // Arrange
        var plan = new DemoPlan(120, 7, Until);

        // Act
        var first = await TellAsync(provider, plan);
        var second = await TellAsync(provider, plan);
        var other = await TellAsync(DatabaseProvider.Sqlite, plan with { Seed = 8 });

        // Assert
        Assert.Equal(first, second);
        Assert.Equal(120, first.Count);
        Assert.Empty(first.Intersect(other));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Every_history_is_a_way_through_the_workflow_and_ends_where_the_complaint_stands(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await FilledAsync(provider, new DemoPlan(400, 1, Until));

        // Act
        var complaints = await database.ReadAsync(db => db.Complaints.ToListAsync());
        var moves = (await database.ReadAsync(db => db.ComplaintMoves.ToListAsync())).ToLookup(m => m.ComplaintId);
        var segments = (await database.ReadAsync(db => db.PromiseSegments.ToListAsync())).ToLookup(s => s.ComplaintId);
        var calendar = database.Services.GetRequiredService<WorkingCalendar>();

        // Assert: one segment is enough for most
        Assert.InRange(segments.Count(s => s.Count() == 1), 200, 400);
        foreach (var complaint in complaints)
        {
            var history = moves[complaint.Id].OrderBy(m => m.At).ToList();
            Assert.Equal(("lodge", complaint.LodgedAt), (history[0].Verb, history[0].At));
            Assert.Equal((complaint.Status, complaint.MovedAt, complaint.Version), (history[^1].ToStatus, history[^1].At, history.Count - 1));
            Assert.All(history.Skip(1), m => AssertListed(m));
            Assert.All(history.Zip(history.Skip(1)), p => Assert.Equal(p.First.ToStatus, p.Second.FromStatus));
            Assert.True(history[^1].At < LocalDay.StartUtc(Until, TimeZoneInfo.FindSystemTimeZoneById("Asia/Jakarta")));
            Assert.Equal(complaint.Status.Type(), complaint.StatusType);
            Assert.Equal(complaint.StatusType == StatusType.Open && complaint.PromiseOn < Until, complaint.IsOverdue);
            var promise = segments[complaint.Id].OrderBy(s => s.FromAt).ThenBy(s => s.Id).ToList();
            Assert.Equal(PromiseDay.Of(promise, complaint.VillageCode, _ => calendar), complaint.PromiseOn);
            Assert.Equal(complaint.StatusType == StatusType.Settled ? promise[^1].Clock : complaint.Status.Clock(), promise[^1].Clock);
        }

        Assert.Equal(Enum.GetValues<StatusType>(), complaints.Select(c => c.StatusType).Distinct().Order());
        Assert.True(complaints.Select(c => c.VillageCode).Distinct().Count() > 100);
        Assert.Contains(complaints, c => c.IsOverdue);
        Assert.Contains(complaints, c => c.AssignedTo is not null);
    }

    [Fact]
    public async Task Nobody_in_it_can_be_anybody()
    {
        // Arrange
        await using var database = await FilledAsync(DatabaseProvider.Sqlite, new DemoPlan(200, 3, Until));
        var cipher = database.Services.GetRequiredService<FieldCipher>();

        // Act
        var complaints = await database.ReadAsync(db => db.Complaints.ToListAsync());
        var numbers = complaints.Select(c => cipher.OpenOptional(c.NationalId, new("complaint"), c.Id, "national_id")).OfType<string>().ToList();
        var phones = complaints.Select(c => cipher.OpenOptional(c.Phone, new("complaint"), c.Id, "phone")).OfType<string>().ToList();

        // Assert
        Assert.True(numbers.Count > 50 && phones.Count > 100);
        Assert.All(numbers, n => Assert.Contains("nik_date", NationalId.Check(n, Until).Warnings));
        Assert.All(phones, p => Assert.True(PhoneNumber.TryParse(p, out var read) && read.E164 == p && p.StartsWith("+62840", StringComparison.Ordinal)));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Running_it_again_adds_nothing_and_the_words_are_found(DatabaseProvider provider)
    {
        // Arrange
        var plan = new DemoPlan(60, 5, Until);
        await using var database = await FilledAsync(provider, plan);
        var cipher = database.Services.GetRequiredService<FieldCipher>();
        var words = database.Services.CreateScope().ServiceProvider.GetRequiredService<ComplaintWordIndex>();

        // Act
        var again = await FillAsync(database, plan);

        // Assert
        Assert.Equal((0, 60), (again.Complaints, again.Found));
        Assert.Equal(60, await database.ReadAsync(db => db.Complaints.CountAsync()));
        foreach (var complaint in await database.ReadAsync(db => db.Complaints.Take(20).ToListAsync()))
        {
            var expected = words.Hashes(
                cipher.Open(complaint.Story, new("complaint"), complaint.Id, "story"),
                cipher.OpenOptional(complaint.ReporterName, new("complaint"), complaint.Id, "reporter_name"),
                cipher.OpenOptional(complaint.SubjectName, new("complaint"), complaint.Id, "subject_name"));
            var stored = await database.ReadAsync(db => db.ComplaintWords.Where(w => w.ComplaintId == complaint.Id).Select(w => w.Word).ToListAsync());
            Assert.Equal(expected.Select(Convert.ToHexString).Order(), stored.Select(Convert.ToHexString).Order());
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_verifies_a_database_finds_nothing_wrong_with_a_demo(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await FilledAsync(provider, new DemoPlan(150, 2, Until));
        await using var scope = database.Services.CreateAsyncScope();

        // Act
        var findings = await scope.ServiceProvider.GetRequiredService<VerifyMessages>().RunAsync(CancellationToken.None);

        // Assert
        Assert.All(findings, f => Assert.Equal((f.Check, 0), (f.Check, f.Count)));
        Assert.Equal(150, await database.ReadAsync(db => db.AuditActs.CountAsync(a => a.Verb == "complaint.filled_in")));
    }

    [Fact]
    public async Task Without_the_search_index_there_are_no_words()
    {
        // Act
        await using var database = await FilledAsync(DatabaseProvider.Sqlite, new DemoPlan(20, 1, Until, SearchIndex: false));

        // Assert
        Assert.Equal(0, await database.ReadAsync(db => db.ComplaintWords.CountAsync()));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_regency_has_its_people_and_partners_and_referrals_follow_the_complaints(DatabaseProvider provider)
    {
        // Act
        await using var database = await FilledAsync(provider, new DemoPlan(400, 1, Until));
        var referrals = await database.ReadAsync(db => db.Referrals.ToListAsync());
        var complaints = await database.ReadAsync(db => db.Complaints.ToDictionaryAsync(c => c.Id));

        // Assert
        Assert.Equal(31 + 280 + 7, await database.ReadAsync(db => db.StaffMembers.CountAsync(s => s.PasswordHash == null && s.IsActive)));
        Assert.Equal(25, await database.ReadAsync(db => db.Partners.CountAsync(p => p.AreaCode == "32.04")));
        Assert.Equal(31, await database.ReadAsync(db => db.Programmes.CountAsync()));
        Assert.True(referrals.Count > 20);
        Assert.All(referrals, r => Assert.Equal(complaints[r.ComplaintId].VillageCode, r.VillageCode));
        Assert.Contains(referrals, r => r.Answer is not null);
        Assert.Equal(["demo.filled"], await database.ReadAsync(db => db.AuditActs.Where(a => a.SubjectType == "demo").Select(a => a.Verb).ToListAsync()));
    }

    private static void AssertListed(ComplaintMove move)
    {
        var listed = ComplaintWorkflow.Table.Find(move.FromStatus!.Value, move.Verb);
        Assert.Equal(move.ToStatus, listed?.To);
        Assert.True(!listed!.Requires.Contains(ComplaintWorkflow.Message) || move.Message is not null, move.Verb);
        Assert.True(!listed.Requires.Contains(ComplaintWorkflow.Note) || move.Note is not null, move.Verb);
        Assert.True(!listed.Requires.Contains(ComplaintWorkflow.Reason) || move.Reason is not null, move.Verb);
        Assert.Contains(listed.Takers, t => t.Kind == move.ActorKind);
    }

    private static async Task<List<string>> TellAsync(DatabaseProvider provider, DemoPlan plan)
    {
        await using var database = await FilledAsync(provider, plan);
        var cipher = database.Services.GetRequiredService<FieldCipher>();
        var complaints = await database.ReadAsync(db => db.Complaints.OrderBy(c => c.Reference).ToListAsync());
        var moves = (await database.ReadAsync(db => db.ComplaintMoves.ToListAsync())).ToLookup(m => m.ComplaintId);
        return
        [
            .. complaints.Select(c => string.Join(
                ' ', c.Id, c.Reference, c.VillageCode, c.PromiseOn, c.AssignedTo, cipher.Open(c.Story, new("complaint"), c.Id, "story"),
                string.Join(',', moves[c.Id].OrderBy(m => m.At).Select(m => $"{m.Id} {m.Verb} {m.ActorId} {m.At:O}")))),
        ];
    }

    private static async Task<TestDatabase> FilledAsync(DatabaseProvider provider, DemoPlan plan)
    {
        var database = await TestData.WithAreasAsync(provider);
        await FillAsync(database, plan);
        return database;
    }

    private static Task<DemoFilled> FillAsync(TestDatabase database, DemoPlan plan) =>
        database.Services.GetRequiredService<PrepareDemo>().RunAsync(
            plan, Provenance.Verb("demo-data", database.Clock.UtcNow), new Progress<DemoProgress>(), CancellationToken.None);
}
