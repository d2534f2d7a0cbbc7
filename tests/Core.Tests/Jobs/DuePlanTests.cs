using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Core.Complaints.Moves;
using SlrtBot.Core.Complaints.Queue;
using SlrtBot.Core.Complaints.Search;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Jobs;
using SlrtBot.Core.Notifications;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Talks;
using SlrtBot.TestKit;
using Xunit;

namespace SlrtBot.Core.Tests.Jobs;

/// <summary>
/// What runs every few minutes must not read a table of millions to find the few rows that are due. SQLite's plan is the
/// same for an empty table, and says what it would read.
/// </summary>
public sealed class DuePlanTests
{
    [Theory]
    [InlineData("remind", "ix_complaint_remind_at")]
    [InlineData("ask-received", "ix_complaint_ask_at")]
    [InlineData("drafts", "ix_conversation_draft_due_at")]
    [InlineData("overdue", "ix_complaint_promise_running")]
    [InlineData("at-risk", "ix_complaint_at_risk_on")]
    [InlineData("recount", "ix_complaint_promise_calendar")]
    [InlineData("end-idle-handovers", "ix_talk_active")]
    [InlineData("waiting-talks", "ix_talk_waiting")]
    [InlineData("alarm-reach", "ix_talk_waiting")]
    [InlineData("forget-alarms", "ix_talk_forget")]
    [InlineData("index-numbers", "ix_complaint_tail_missing")]
    public async Task Due_rows_are_found_by_an_index_and_those_put_off_are_left_out_by_their_key(string job, string index)
    {
        // Arrange
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        await using var scope = database.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SlrtDbContext>();
        Func<SlrtDbContext, DateTime, IQueryable<Guid>> due = job switch
        {
            "remind" => RemindJob.Due,
            "ask-received" => AskReceivedJob.Due,
            "drafts" => TendDraftsJob.Due,
            "overdue" => FlagOverdueJob.Due,
            "at-risk" => FlagAtRiskJob.Due,
            "recount" => (context, _) => RecountPromisesJob.Due(context, "now"),
            "end-idle-handovers" => database.Services.GetRequiredService<EndIdleTalksJob>().Due,
            "alarm-reach" => TellOfReachJob.Due,
            "forget-alarms" => ForgetAlarmsJob.Due,
            "index-numbers" => IndexNumbersJob.Due,
            _ => TendWaitingTalksJob.Due,
        };

        // Act
        await using var command = DueRows.Open(db, job, due, database.Clock.UtcNow).Take(200).CreateDbCommand();
        var plan = await PlanAsync(command);

        // Assert
        Assert.Contains(plan, step => step.Contains(index, StringComparison.Ordinal));
        Assert.Contains(plan, step => step.StartsWith("SEARCH", StringComparison.Ordinal) && step.Contains("pk_parked_row", StringComparison.Ordinal)
            || step.Contains("sqlite_autoindex_parked_row", StringComparison.Ordinal));
        Assert.DoesNotContain(plan, step => step.StartsWith("SCAN", StringComparison.Ordinal) && !step.Contains(index, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Payloads_that_may_go_are_found_by_an_index_in_its_order()
    {
        // Arrange
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);

        // Act
        var plan = await database.Gate.ExecuteAsync(
            g => g.QueryAsync($"explain query plan {PurgePayloadsJob.Purge}", row => row.GetString(3), database.Clock.UtcNow, 500), default);

        // Assert
        Assert.Contains(plan, step => step.Contains("ix_inbound_message_payload", StringComparison.Ordinal));
        Assert.DoesNotContain(plan, step => step.StartsWith("SCAN", StringComparison.Ordinal) || step.Contains("TEMP B-TREE", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_files_of_a_chat_are_found_by_an_index()
    {
        // Arrange
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        await using var scope = database.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SlrtDbContext>();

        // Act
        await using var command = db.StoredFiles.Where(f => f.ConversationId == Guid.Empty).CreateDbCommand();
        var plan = await PlanAsync(command);

        // Assert
        Assert.Contains(plan, step => step.Contains("ix_stored_file_conversation_id", StringComparison.Ordinal));
    }

    private static async Task<List<string>> PlanAsync(System.Data.Common.DbCommand command)
    {
        var plan = new List<string>();
        command.CommandText = $"explain query plan {command.CommandText}";
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            plan.Add(reader.GetString(3));
        }

        return plan;
    }
}
