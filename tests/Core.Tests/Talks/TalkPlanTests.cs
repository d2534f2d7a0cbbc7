using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Core.Complaints.Access;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Staff;
using SlrtBot.Core.Talks;
using SlrtBot.TestKit;
using Xunit;

namespace SlrtBot.Core.Tests.Talks;

/// <summary>The list of talks is read from one index in its order: emergencies first, then who waits longest.</summary>
public sealed class TalkPlanTests
{
    [Fact]
    public async Task The_talks_of_a_regency_are_read_in_their_order()
    {
        // Arrange
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        await using var scope = database.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SlrtDbContext>();
        var query = db.Talks.VisibleTo(db, TestData.Staff(Role.Coordinator, readsSensitive: true))
            .Where(h => h.State == TalkState.Requested || h.State == TalkState.Active)
            .OrderBy(h => h.Priority).ThenBy(h => h.Id).Take(200);
        var plan = new List<string>();

        // Act
        await using var command = query.CreateDbCommand();
        command.CommandText = $"explain query plan {command.CommandText}";
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            plan.Add(reader.GetString(3));
        }

        // Assert
        Assert.Contains(plan, step => step.Contains("ix_talk_regency_order", StringComparison.Ordinal));
        Assert.DoesNotContain(plan, step => step.Contains("TEMP B-TREE", StringComparison.Ordinal));
    }

    [Fact]
    public void Emergencies_sort_before_the_rest_by_their_code() => Assert.True(string.CompareOrdinal(
        Codes.Of(TalkPriority.Emergency), Codes.Of(TalkPriority.Ordinary)) < 0);
}
