using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Complaints.Access;
using SlrtBot.Core.Complaints.Queue;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Staff;
using SlrtBot.TestKit;
using Xunit;

namespace SlrtBot.Core.Tests.Complaints;

/// <summary>Numbers for those who read no complaint.</summary>
public sealed class FigureTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Every_complaint_counts_once_by_status_and_by_category_and_none_is_visible(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        foreach (var category in new[] { "P1", "P1", "N8" })
        {
            await database.LodgeAsync(TestData.Story(category: category) with { DraftId = SequentialId.Next(database.Clock.UtcNow) });
        }

        var settled = await database.LodgeAsync(TestData.Story(category: "N1") with { DraftId = SequentialId.Next(database.Clock.UtcNow) });
        Assert.True((await database.MoveAsync(settled, "review", TestData.Staff(Role.Manager))).Succeeded);
        Assert.True((await database.MoveAsync(settled, "serve_directly", TestData.Staff(Role.Manager), "Sudah dibantu.", "Catatan.", "other")).Succeeded);
        var province = TestData.Staff(Role.Province, "32", readsSensitive: true);

        // Act
        await using var scope = database.Services.CreateAsyncScope();
        var figures = await scope.ServiceProvider.GetRequiredService<FigureQueries>().OfAsync(province, default);
        var elsewhere = await scope.ServiceProvider.GetRequiredService<FigureQueries>().OfAsync(TestData.Staff(Role.Province, "33"), default);
        var visible = await database.ReadAsync(db => db.Complaints.VisibleTo(province).CountAsync());

        // Assert
        Assert.Equal((3, 0, 1), (figures.Of("32.04", StatusType.Open), figures.Of("32.04", StatusType.Waiting), figures.Of("32.04", StatusType.Settled)));
        Assert.Equal(
            [("N1", 1, 0), ("N8", 1, 1), ("P1", 2, 2)],
            figures.Categories.OrderBy(f => f.CategoryCode).Select(f => (f.CategoryCode, f.Count, f.Open)));
        Assert.Empty(elsewhere.Regencies);
        Assert.Equal(0, visible);
    }

    [Fact]
    public async Task No_complaint_is_read_to_count_it()
    {
        // Arrange
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        await using var scope = database.Services.CreateAsyncScope();
        var figures = scope.ServiceProvider.GetRequiredService<FigureQueries>();

        // Act
        string[][] plans = [await PlanAsync(figures.Statuses("32.04")), await PlanAsync(figures.Categories("32.04"))];

        // Assert
        Assert.All(plans, plan =>
        {
            Assert.Contains(plan, step => step.StartsWith("SEARCH", StringComparison.Ordinal) && step.Contains("COVERING INDEX", StringComparison.Ordinal));
            Assert.DoesNotContain(plan, step => step.Contains("TEMP B-TREE", StringComparison.Ordinal));
        });
    }

    private static async Task<string[]> PlanAsync<T>(IQueryable<T> query)
    {
        var plan = new List<string>();
        await using var command = query.CreateDbCommand();
        command.CommandText = $"explain query plan {command.CommandText}";
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            plan.Add(reader.GetString(3));
        }

        return [.. plan];
    }
}
