using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Jobs;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Staff;
using SlrtBot.TestKit;
using Xunit;

namespace SlrtBot.Core.Tests.Notifications;

public sealed class RemindJobTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task After_a_week_of_silence_the_resident_is_reminded_once(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var conversation = await database.ConversationAsync();
        var complaint = await database.LodgeAsync(TestData.Story(conversation.Id));

        // Act
        await RunAsync(database, "remind");
        var before = await database.SaidAsync(conversation.Id);
        database.Clock.Advance(TimeSpan.FromDays(7));
        await RunAsync(database, "remind");
        await RunAsync(database, "remind");

        // Assert
        Assert.Empty(before);
        Assert.Contains(complaint.Reference, Assert.Single(await database.SaidAsync(conversation.Id)), StringComparison.Ordinal);
        Assert.Contains("resident.reminded", await database.AuditedAsync(complaint.Id));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_move_or_a_message_of_the_person_puts_the_reminder_off(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var moved = await database.ConversationAsync(address: "1");
        var wrote = await database.ConversationAsync(address: "2");
        var complaint = await database.LodgeAsync(TestData.Story(moved.Id));
        await database.LodgeAsync(TestData.Story(wrote.Id));
        database.Clock.Advance(TimeSpan.FromDays(6));
        await database.MoveAsync(complaint, "review", TestData.Staff(Role.Analyst));
        await database.Gate.ExecuteAsync(
            g => g.ExecuteAsync("update conversation set last_inbound_at = @p0 where id = @p1", database.Clock.UtcNow, wrote.Id), default);
        database.Clock.Advance(TimeSpan.FromDays(2));

        // Act
        await RunAsync(database, "remind");

        // Assert: only the notice of the move.
        Assert.Single(await database.SaidAsync(moved.Id));
        Assert.Empty(await database.SaidAsync(wrote.Id));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_settled_complaint_is_not_spoken_of_again(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var conversation = await database.ConversationAsync();
        var complaint = await database.LodgeAsync(TestData.Story(conversation.Id));
        await database.MoveAsync(complaint, "redirect", TestData.Staff(Role.Analyst), message: "Silakan ke kantor PLN.");
        database.Clock.Advance(TimeSpan.FromDays(30));

        // Act
        await RunAsync(database, "remind");

        // Assert
        Assert.Single(await database.SaidAsync(conversation.Id));
        Assert.Null((await database.ReloadAsync(complaint)).RemindAt);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_notice_waits_for_the_morning_of_the_village(DatabaseProvider provider)
    {
        // Arrange: 22:30 in Bandung, and the person wrote hours ago.
        await using var database = await TestData.WithAreasAsync(provider);
        var conversation = await database.ConversationAsync();
        var complaint = await database.LodgeAsync(TestData.Story(conversation.Id));
        database.Clock.SetUtc(new DateTime(2026, 11, 23, 15, 30, 0, DateTimeKind.Utc));

        // Act
        await database.MoveAsync(complaint, "review", TestData.Staff(Role.Analyst));

        // Assert
        var notice = await database.ReadAsync(db => db.OutboundMessages.SingleAsync());
        Assert.Equal((OutboundKind.Notice, new DateTime(2026, 11, 24, 0, 0, 0, DateTimeKind.Utc)), (notice.Kind, notice.NotBefore));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_open_complaint_is_flagged_the_day_after_its_promise_and_a_waiting_one_is_not(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var open = await database.LodgeAsync(TestData.Story());
        var waiting = await database.LodgeAsync(TestData.Story());
        await database.MoveAsync(waiting, "ask_resident", TestData.Staff(Role.Analyst), message: "Nama kepala keluarga?");
        database.Clock.SetUtc(open.PromiseOn.ToDateTime(new TimeOnly(10, 0), DateTimeKind.Utc));

        // Act
        await RunAsync(database, "overdue");
        var onTheDay = (await database.ReloadAsync(open)).IsOverdue;
        database.Clock.Advance(TimeSpan.FromDays(1));
        await RunAsync(database, "overdue");
        await RunAsync(database, "overdue");

        // Assert
        Assert.False(onTheDay);
        Assert.True((await database.ReloadAsync(open)).IsOverdue);
        Assert.False((await database.ReloadAsync(waiting)).IsOverdue);
        Assert.Equal(["complaint.lodged", "complaint.overdue"], await database.AuditedAsync(open.Id));
        var run = await database.ReadAsync(db => db.JobRuns.SingleAsync(r => r.Job == "overdue"));
        Assert.Null(run.ErrorCode);
    }

    private static Task RunAsync(TestDatabase database, string job) =>
        database.Services.GetRequiredService<JobRunner>().RunAsync(job, CancellationToken.None);
}
