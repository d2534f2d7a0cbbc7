using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Complaints.Changes;
using SlrtBot.Core.Complaints.Moves;
using SlrtBot.Core.Complaints.Promises;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Jobs;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Staff;
using SlrtBot.TestKit;
using Xunit;

namespace SlrtBot.Core.Tests.Complaints;

/// <summary>What residents are promised, through the acts that begin it, let it stand and begin it anew.</summary>
public sealed class PromiseTests
{
    private static readonly StaffScope Manager = TestData.Staff(Role.Manager);
    private static readonly TimeSpan OneDay = TimeSpan.FromDays(1);

    [Theory, OnSqlite, OnPostgres]
    public async Task Three_weeks_with_the_resident_do_not_count(DatabaseProvider provider)
    {
        // Arrange: five working days from Monday the 23rd; asked on Tuesday
        await using var database = await TestData.WithAreasAsync(provider);
        var (complaint, chat) = await LodgedAsync(database);
        Assert.Equal(new DateOnly(2026, 11, 30), complaint.PromiseOn);
        database.Clock.Advance(OneDay);
        await database.MoveAsync(complaint, "ask_resident", Manager, message: "Bulan apa terakhir menerima?");

        // Act: the answer comes on Tuesday three weeks later
        database.Clock.Advance(21 * OneDay);
        await AnswerAsync(database, complaint, chat);

        // Assert: four days were left
        var answered = await database.ReloadAsync(complaint);
        Assert.Equal((ComplaintStatus.InReview, new DateOnly(2026, 12, 21)), (answered.Status, answered.PromiseOn));
        Assert.False(answered.IsPast(LocalDay.Of(database.Clock.UtcNow, TimeZoneInfo.FindSystemTimeZoneById("Asia/Jakarta"))));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_promise_that_was_broken_before_the_question_stays_broken(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var (complaint, chat) = await LodgedAsync(database);
        database.Clock.Advance(10 * OneDay);
        await database.MoveAsync(complaint, "ask_resident", Manager, message: "Bulan apa terakhir menerima?");

        // Act
        database.Clock.Advance(OneDay);
        await AnswerAsync(database, complaint, chat);

        // Assert
        Assert.Equal(complaint.PromiseOn, (await database.ReloadAsync(complaint)).PromiseOn);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Several_waits_are_all_left_out_of_the_count(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var (complaint, chat) = await LodgedAsync(database);

        // Act: two days with the resident, twice
        for (var time = 0; time < 2; time++)
        {
            database.Clock.Advance(OneDay);
            await database.MoveAsync(complaint, "ask_resident", Manager, message: "Satu pertanyaan lagi?");
            database.Clock.Advance(2 * OneDay);
            await AnswerAsync(database, complaint, chat);
            database.Clock.Advance(OneDay);
        }

        // Assert: lodged for Monday the 30th; the 24th to the 26th are two working days, Saturday to Monday is none
        Assert.Equal(new DateOnly(2026, 12, 2), (await database.ReloadAsync(complaint)).PromiseOn);
    }

    [Theory]
    [OnSqlite("K1", ComplaintKind.Complaint)]
    [OnSqlite("N3", ComplaintKind.Question)]
    [OnPostgres("N3", ComplaintKind.Question)]
    [OnPostgres("K1", ComplaintKind.Complaint)]
    public async Task Opened_again_by_whomever_it_is_promised_anew_as_its_kind_is(DatabaseProvider provider, string category, ComplaintKind kind)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var (byStaff, _) = await LodgedAsync(database, category, kind);
        var (byResident, chat) = await LodgedAsync(database, category, kind, "7123456790");
        foreach (var complaint in new[] { byStaff, byResident })
        {
            await database.MoveAsync(complaint, "review", Manager);
            await database.MoveAsync(complaint, "serve_directly", Manager, message: "Sudah kami bantu.");
        }

        // Act: the same day, and after 14 days
        await ReopenAsync(database, byResident, chat);
        var sameDay = await database.ReloadAsync(byResident);
        database.Clock.Advance(14 * OneDay);
        await database.MoveAsync(byStaff, "reopen", Manager, note: "Belum sampai.");
        var later = await database.ReloadAsync(byStaff);

        // Assert
        Assert.Equal(byResident.PromiseOn, sameDay.PromiseOn);
        Assert.Equal((ComplaintStatus.InReview, new DateOnly(2026, 12, 14)), (later.Status, later.PromiseOn));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_withdrawal_that_is_undone_stands_where_it_stood_with_the_days_that_were_left(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var (complaint, chat) = await LodgedAsync(database);
        database.Clock.Advance(OneDay);
        await DoAsync<WithdrawComplaint>(database, chat, (act, by, ct) => act.DoAsync(complaint.Id, null, by, ct));

        // Act
        database.Clock.Advance(2 * OneDay);
        var outcome = await DoAsync<UndoWithdrawal>(database, chat, (act, by, ct) => act.DoAsync(complaint.Id, by, ct));

        // Assert
        Assert.Empty(outcome.Refusals);
        var again = await database.ReloadAsync(complaint);
        Assert.Equal((ComplaintStatus.Received, new DateOnly(2026, 12, 2)), (again.Status, again.PromiseOn));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_was_lodged_before_segments_were_stored_waits_like_any_other(DatabaseProvider provider)
    {
        // Arrange: one stands with the resident already, the other is asked later
        await using var database = await TestData.WithAreasAsync(provider);
        var (asked, chat) = await LodgedAsync(database);
        var (open, otherChat) = await LodgedAsync(database, address: "7123456790");
        database.Clock.Advance(OneDay);
        await database.MoveAsync(asked, "ask_resident", Manager, message: "Bulan apa terakhir menerima?");
        await database.Gate.ExecuteAsync(g => g.ExecuteAsync("delete from promise_segment"), default);

        // Act: two days of waiting each, and for one of them two more
        await database.MoveAsync(open, "ask_resident", Manager, message: "Bulan apa terakhir menerima?");
        database.Clock.Advance(2 * OneDay);
        await AnswerAsync(database, asked, chat);
        await AnswerAsync(database, open, otherChat);
        database.Clock.Advance(4 * OneDay);
        await database.MoveAsync(open, "ask_resident", Manager, message: "Satu pertanyaan lagi?");
        database.Clock.Advance(2 * OneDay);
        await AnswerAsync(database, open, otherChat);

        // Assert
        Assert.Equal(new DateOnly(2026, 12, 2), (await database.ReloadAsync(asked)).PromiseOn);
        Assert.Equal(new DateOnly(2026, 12, 4), (await database.ReloadAsync(open)).PromiseOn);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task From_when_to_when_it_ran_and_stood_is_stored_and_nothing_that_is_left(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var (complaint, chat) = await LodgedAsync(database);
        var days = Enumerable.Range(0, 5).Select(i => database.Clock.UtcNow + (i * OneDay)).ToList();

        // Act: asked, answered, helped, opened again, a day apart
        database.Clock.Advance(OneDay);
        await database.MoveAsync(complaint, "ask_resident", Manager, message: "Bulan apa terakhir menerima?");
        database.Clock.Advance(OneDay);
        await AnswerAsync(database, complaint, chat);
        database.Clock.Advance(OneDay);
        await database.MoveAsync(complaint, "serve_directly", Manager, message: "Sudah kami bantu.");
        database.Clock.Advance(OneDay);
        await ReopenAsync(database, complaint, chat);

        // Assert
        Assert.Equal(
            [
                (days[0], PromiseClock.Running, 5), (days[1], PromiseClock.WithResident, null), (days[2], PromiseClock.Running, null),
                (days[3], PromiseClock.Stopped, null), (days[4], PromiseClock.Running, (int?)5),
            ],
            (await SegmentsAsync(database, complaint)).Select(s => (s.FromAt, s.Clock, s.Days)));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_day_off_that_becomes_known_moves_the_day_once_and_says_whose(DatabaseProvider provider)
    {
        // Arrange
        var known = Holidays.BuiltIn;
        await using var database = await TestData.WithAreasAsync(provider, services => services.AddSingleton(_ => known));
        var (open, _) = await LodgedAsync(database);
        var (later, _) = await LodgedAsync(database, "N3", address: "7123456790");
        var (asked, _) = await LodgedAsync(database, address: "7123456791");
        await database.MoveAsync(asked, "ask_resident", Manager, message: "Bulan apa terakhir menerima?");
        known = new Holidays([new(new DateOnly(2026, 11, 27), "Pemilihan", HolidayKind.National, true)]);
        await database.RestartAsync();
        database.Clock.Advance(OneDay);

        // Act
        var moved = new List<bool>();
        foreach (var complaint in new[] { open, later, asked, open })
        {
            moved.Add((await database.Units.RunAsync<RecountPromise, bool>(
                (act, ct) => act.DoAsync(complaint.Id, Provenance.Job("recount", database.Clock.UtcNow), ct), default)).Value);
        }

        // Assert: what stands is counted when it runs again
        Assert.Equal([true, true, false, false], moved);
        Assert.Equal(new DateOnly(2026, 12, 1), (await database.ReloadAsync(open)).PromiseOn);
        Assert.Equal(asked.PromiseOn, (await database.ReloadAsync(asked)).PromiseOn);
        Assert.Equal(["complaint.lodged", "complaint.promise_recounted"], await database.AuditedAsync(open.Id));
        Assert.Equal(2, (await SegmentsAsync(database, open)).Count);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task With_a_quarter_of_the_days_left_it_is_at_risk_until_the_clock_stands(DatabaseProvider provider)
    {
        // Arrange: fourteen days leave four, five leave two, one is at risk at once
        await using var database = await TestData.WithAreasAsync(provider);
        var (slow, _) = await LodgedAsync(database, "N3");
        var (usual, _) = await LodgedAsync(database, address: "7123456790");
        var (quick, _) = await LodgedAsync(database, "N7", address: "7123456791");
        var calendar = database.Services.GetRequiredService<WorkingCalendar>();

        // Act
        var marked = new List<string>();
        for (var day = 0; day < 9; day++)
        {
            await database.Services.GetRequiredService<JobRunner>().RunAsync("overdue", CancellationToken.None);
            await database.Services.GetRequiredService<JobRunner>().RunAsync("at-risk", CancellationToken.None);
            foreach (var one in new[] { ("slow", slow), ("usual", usual), ("quick", quick) })
            {
                var now = await database.ReloadAsync(one.Item2);
                if (now.IsAtRisk && !marked.Exists(m => m.StartsWith(one.Item1, StringComparison.Ordinal)))
                {
                    marked.Add($"{one.Item1} {calendar.WorkingDaysBetween(calendar.DayOf(database.Clock.UtcNow, now.VillageCode), now.PromiseOn, now.VillageCode)}");
                }
            }

            database.Clock.Advance(OneDay);
        }

        await database.MoveAsync(usual, "ask_resident", Manager, message: "Bulan apa terakhir menerima?");

        // Assert
        Assert.Equal(["quick 0", "usual 2"], marked);
        Assert.False((await database.ReloadAsync(usual)).IsAtRisk);
        Assert.False((await database.ReloadAsync(slow)).IsAtRisk);
        var late = await database.ReloadAsync(quick);
        Assert.Equal((true, false), (late.IsOverdue, late.IsAtRisk));
        Assert.Equal(1, (await database.AuditedAsync(quick.Id)).Count(verb => verb == "complaint.at_risk"));
    }

    private static Task<List<PromiseSegment>> SegmentsAsync(TestDatabase database, Complaint complaint) =>
        database.ReadAsync(db => db.PromiseSegments.Where(s => s.ComplaintId == complaint.Id).OrderBy(s => s.FromAt).ThenBy(s => s.Id).ToListAsync());

    private static async Task<(Complaint Complaint, Conversation Chat)> LodgedAsync(
        TestDatabase database, string category = "P1", ComplaintKind kind = ComplaintKind.Complaint, string address = "7123456789")
    {
        var chat = await database.ConversationAsync(address: address);
        return (await database.LodgeAsync(TestData.Story(chat.Id, category) with { Kind = kind }), chat);
    }

    private static Task<Outcome<Complaint>> AnswerAsync(TestDatabase database, Complaint complaint, Conversation chat) =>
        DoAsync<AddToComplaint>(database, chat, (act, by, ct) => act.DoAsync(complaint.Id, KeptMessages.None, by, ct));

    private static Task<Outcome<Complaint>> ReopenAsync(TestDatabase database, Complaint complaint, Conversation chat) =>
        DoAsync<ReopenByResident>(database, chat, (act, by, ct) => act.DoAsync(complaint.Id, by, ct));

    private static Task<Outcome<Complaint>> DoAsync<TAct>(
        TestDatabase database, Conversation chat, Func<TAct, Provenance, CancellationToken, Task<Outcome<Complaint>>> act)
        where TAct : notnull =>
        database.Units.RunAsync<TAct, Complaint>(
            (one, ct) => act(one, Provenance.Resident(chat.Id, chat.Channel, database.Clock.UtcNow), ct), CancellationToken.None);
}
