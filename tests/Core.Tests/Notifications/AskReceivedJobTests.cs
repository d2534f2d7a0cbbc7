using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Complaints.Queue;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Jobs;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Staff;
using SlrtBot.TestKit;
using Xunit;

namespace SlrtBot.Core.Tests.Notifications;

public sealed class AskReceivedJobTests
{
    private static readonly StaffScope Analyst = TestData.Staff(Role.Analyst);

    [Theory, OnSqlite, OnPostgres]
    public async Task The_question_waits_for_the_morning_of_the_village(DatabaseProvider provider)
    {
        // Arrange: 22:30 in Bandung when it falls due.
        await using var database = await TestData.WithAreasAsync(provider);
        database.Clock.SetUtc(new DateTime(2026, 11, 23, 15, 30, 0, DateTimeKind.Utc));
        var complaint = await ServedAsync(database, await database.ConversationAsync());
        database.Clock.SetUtc(new DateTime(2026, 11, 27, 15, 30, 0, DateTimeKind.Utc));

        // Act
        await RunAsync(database);

        // Assert
        var asked = await database.ReadAsync(db => db.OutboundMessages.OrderByDescending(m => m.Id).FirstAsync());
        Assert.Equal((OutboundKind.Notice, new DateTime(2026, 11, 28, 0, 0, 0, DateTimeKind.Utc)), (asked.Kind, asked.NotBefore));
        Assert.Equal(1, (await database.ReloadAsync(complaint)).Asked);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task One_person_is_asked_three_times_a_day_at_most_and_the_rest_next_day(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var conversation = await database.ConversationAsync();
        for (var i = 0; i < 5; i++)
        {
            await ServedAsync(database, conversation);
        }

        // Act
        database.Clock.Advance(TimeSpan.FromDays(3));
        await RunAsync(database);
        var firstDay = await AskedAsync(database);
        database.Clock.Advance(TimeSpan.FromDays(1));
        await RunAsync(database);

        // Assert
        Assert.Equal((3, 5), (firstDay, await AskedAsync(database)));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_question_keeps_three_days_from_the_last_word_about_the_same_complaint(DatabaseProvider provider)
    {
        // Arrange: reopened and served again, so that news of moves lies between.
        await using var database = await TestData.WithAreasAsync(provider);
        var conversation = await database.ConversationAsync();
        var complaint = await ServedAsync(database, conversation);
        database.Clock.Advance(TimeSpan.FromDays(2));
        await database.Gate.ExecuteAsync(g => g.ExecuteAsync("update outbound_message set created_at = @p0", database.Clock.UtcNow), default);

        // Act
        database.Clock.Advance(TimeSpan.FromDays(1));
        await RunAsync(database);
        var early = await AskedAsync(database);
        database.Clock.Advance(TimeSpan.FromDays(2));
        await RunAsync(database);

        // Assert
        Assert.Equal((0, 1), (early, await AskedAsync(database)));
        Assert.NotNull((await database.ReloadAsync(complaint)).AskAt);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_staff_reopen_is_not_asked_about_and_a_new_answer_asks_anew(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var complaint = await ServedAsync(database, await database.ConversationAsync());

        // Act
        await database.MoveAsync(complaint, "reopen", Analyst, note: "keliru");
        database.Clock.Advance(TimeSpan.FromDays(10));
        await RunAsync(database);
        var reopened = await database.ReloadAsync(complaint);
        await database.MoveAsync(complaint, "serve_directly", Analyst, message: "Selesai.");

        // Assert
        Assert.Null(reopened.AskAt);
        Assert.Equal(0, await AskedAsync(database));
        Assert.Equal(database.Clock.UtcNow.AddDays(3), (await database.ReloadAsync(complaint)).AskAt);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_complaint_without_a_chat_runs_to_its_end_in_the_same_time_and_is_no_silence(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var complaint = await database.LodgeAsync(TestData.Story());
        await database.MoveAsync(complaint, "review", Analyst);
        await database.MoveAsync(complaint, "serve_directly", Analyst, message: "Selesai.");

        // Act
        var closedOn = await DayOfClosingAsync(database, complaint);

        // Assert
        Assert.Equal(37, closedOn);
        var closed = await database.ReloadAsync(complaint);
        Assert.Equal((Confirmation.Unasked, 0, 3), (closed.Confirmation!.Value, closed.Asked, closed.AskRounds));
        Assert.Null(closed.AskAt);
        Assert.Equal(0, await AskedAsync(database));
        Assert.Contains("complaint.left_unasked", await database.AuditedAsync(complaint.Id));
        Assert.Equal((0, 1), (await CountAsync(database, Confirmation.Unconfirmed), await CountAsync(database, Confirmation.Unasked)));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task News_that_was_stopped_and_a_bot_that_was_blocked_are_no_silence_either(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var stopped = await database.ConversationAsync(address: "1");
        var blocked = await database.ConversationAsync(address: "2");
        await ServedAsync(database, stopped);
        await ServedAsync(database, blocked);
        await ChangeAsync(database, "notices_stopped_at = created_at", stopped);
        await ChangeAsync(database, "reachable = false", blocked);

        // Act
        for (var day = 1; day <= 37; day++)
        {
            database.Clock.Advance(TimeSpan.FromDays(1));
            await RunAsync(database);
        }

        // Assert
        Assert.Equal((0, 2), (await AskedAsync(database), await CountAsync(database, Confirmation.Unasked)));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Whoever_was_asked_once_and_stopped_the_news_was_silent_on_the_same_day(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var conversation = await database.ConversationAsync();
        var complaint = await ServedAsync(database, conversation);
        database.Clock.Advance(TimeSpan.FromDays(3));
        await RunAsync(database);
        await ChangeAsync(database, "notices_stopped_at = created_at", conversation);

        // Act
        var closedOn = 3 + await DayOfClosingAsync(database, complaint);

        // Assert
        Assert.Equal((37, 1), (closedOn, await AskedAsync(database)));
        Assert.Equal((Confirmation.Unconfirmed, 1), ((await database.ReloadAsync(complaint)).Confirmation!.Value, (await database.ReloadAsync(complaint)).Asked));
        Assert.Contains("complaint.left_unconfirmed", await database.AuditedAsync(complaint.Id));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Whoever_wants_news_again_is_asked_on_the_next_day_for_it(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var conversation = await database.ConversationAsync();
        var complaint = await ServedAsync(database, conversation);
        await ChangeAsync(database, "notices_stopped_at = created_at", conversation);
        database.Clock.Advance(TimeSpan.FromDays(3));
        await RunAsync(database);

        // Act
        await ChangeAsync(database, "notices_stopped_at = null", conversation);
        database.Clock.Advance(TimeSpan.FromDays(11));
        await RunAsync(database);

        // Assert
        var asked = await database.ReloadAsync(complaint);
        Assert.Equal((1, 1, 2), (await AskedAsync(database), asked.Asked, asked.AskRounds));
    }

    [Theory]
    [InlineData("AfterAnswer:AskOnDays", "3,2", "AfterAnswer__AskOnDays")]
    [InlineData("AfterAnswer:AskOnDays", "0", "AfterAnswer__AskOnDays")]
    [InlineData("AfterAnswer:AskOnDays", "soon", "AfterAnswer__AskOnDays")]
    [InlineData("AfterAnswer:CloseAfterDays", "-1", "AfterAnswer__CloseAfterDays")]
    [InlineData("AfterAnswer:ReopenWithinDays", "x", "AfterAnswer__ReopenWithinDays")]
    public void A_setting_that_is_wrong_is_named_at_start(string key, string value, string named)
    {
        // Arrange
        var configuration = new ConfigurationManager().With(new Dictionary<string, string?> { [key] = value });

        // Act
        var refused = Assert.Throws<OptionsException>(() => AfterAnswerOptions.Read(configuration));

        // Assert
        Assert.Contains(named, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Days_may_be_set()
    {
        // Act
        var options = AfterAnswerOptions.Read(new ConfigurationManager().With(new Dictionary<string, string?> { ["AfterAnswer:AskOnDays"] = "1, 2" }));

        // Assert
        Assert.Equal([1, 2], options.AskOnDays);
        Assert.Equal(
            [DateTime.UnixEpoch.AddDays(1), DateTime.UnixEpoch.AddDays(1), DateTime.UnixEpoch.AddDays(7)],
            Enumerable.Range(0, 3).Select(n => options.Next(DateTime.UnixEpoch, n)));
    }

    private static async Task<Complaint> ServedAsync(TestDatabase database, Conversation conversation)
    {
        var complaint = await database.LodgeAsync(TestData.Story(conversation.Id) with { DraftId = SequentialId.Next(database.Clock.UtcNow) });
        await database.MoveAsync(complaint, "review", Analyst);
        await database.MoveAsync(complaint, "serve_directly", Analyst, message: "Sudah diantar.");
        return complaint;
    }

    private static Task RunAsync(TestDatabase database) =>
        database.Services.GetRequiredService<JobRunner>().RunAsync("ask-received", CancellationToken.None);

    /// <returns>Counted from now; 0 where it was not closed within 60 days.</returns>
    private static async Task<int> DayOfClosingAsync(TestDatabase database, Complaint complaint)
    {
        for (var day = 1; day <= 60; day++)
        {
            database.Clock.Advance(TimeSpan.FromDays(1));
            await RunAsync(database);
            if ((await database.ReloadAsync(complaint)).Confirmation is not null)
            {
                return day;
            }
        }

        return 0;
    }

    private static Task<int> CountAsync(TestDatabase database, Confirmation said)
    {
        var filter = new QueueFilter { Type = StatusType.Settled, Confirmation = said };
        return database.ReadAsync(db => filter.Apply(db.Complaints, TestData.Staff(Role.Manager)).CountAsync());
    }

    private static Task<int> ChangeAsync(TestDatabase database, string set, Conversation conversation) =>
        database.Gate.ExecuteAsync(g => g.ExecuteAsync($"update conversation set {set} where id = @p0", conversation.Id), default);

    private static Task<int> AskedAsync(TestDatabase database) =>
        database.ReadAsync(db => db.OutboundMessages.CountAsync(m => m.DedupeKey.StartsWith("received:")));
}
