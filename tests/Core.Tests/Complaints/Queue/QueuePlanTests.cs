using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Complaints.Queue;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Staff;
using SlrtBot.TestKit;
using Xunit;

namespace SlrtBot.Core.Tests.Complaints.Queue;

/// <summary>
/// At a million complaints a queue page must read its rows from an index in their order. SQLite's plan is the same
/// for an empty table, and says whether it would sort.
/// </summary>
public sealed class QueuePlanTests
{
    public static TheoryData<string, string, string> Combinations()
    {
        var data = new TheoryData<string, string, string>();
        foreach (var area in new[] { "32.04", "32.04.44", TestData.Village })
        {
            foreach (var order in Enum.GetNames<QueueOrder>())
            {
                foreach (var filter in Filters.Keys)
                {
                    data.Add(area, order, filter);
                }
            }
        }

        return data;
    }

    private static readonly Dictionary<string, QueueFilter> Filters = new()
    {
        ["everything"] = new(),
        ["open"] = new() { Type = StatusType.Open },
        ["open and overdue"] = new() { Type = StatusType.Open, Overdue = true },
        ["open and at risk"] = new() { Type = StatusType.Open, AtRisk = true },
        ["open and raised"] = new() { Type = StatusType.Open, Raised = true },
        ["open and not received"] = new() { Type = StatusType.Open, NotReceived = true },
        ["settled without confirmation"] = new() { Type = StatusType.Settled, Confirmation = Confirmation.Unconfirmed },
        ["one status"] = new() { Status = ComplaintStatus.InReview },
        ["open of one category"] = new() { Type = StatusType.Open, CategoryCode = "K1" },
        ["one category"] = new() { CategoryCode = "K1" },
        ["open questions"] = new() { Type = StatusType.Open, Kind = ComplaintKind.Question },
        ["open complaints proper"] = new() { Type = StatusType.Open, Kind = ComplaintKind.Complaint },
        ["open of one programme"] = new() { Type = StatusType.Open, ProgrammeCode = "PKH" },
        ["urgent and open"] = new() { Type = StatusType.Open, Urgency = Urgency.Urgent },
        ["settled, from one channel"] = new() { Type = StatusType.Settled, Channel = "webchat" },
        ["one district"] = new() { Type = StatusType.Open, DistrictCode = "32.04.44" },
        ["one village"] = new() { Type = StatusType.Open, VillageCode = TestData.Village },
        ["mine"] = new() { Type = StatusType.Open, AssignedTo = Guid.Empty },
    };

    [Theory]
    [MemberData(nameof(Combinations))]
    public async Task A_queue_page_never_sorts_and_never_reads_the_whole_table(string area, string order, string filter)
    {
        // Arrange
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        await using var scope = database.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SlrtDbContext>();
        var parts = (Filters[filter] with { Order = Enum.Parse<QueueOrder>(order) }).Parts()
            .Select(part => part.Sorted(db.Complaints, TestData.Staff(Role.Manager, area, readsSensitive: true)).Take(51));

        // Act
        var plans = new List<List<string>>();
        foreach (var part in parts)
        {
            plans.Add(await PlanAsync(part));
        }

        // Assert
        Assert.All(plans, plan =>
        {
            Assert.DoesNotContain(plan, step => step.Contains("TEMP B-TREE", StringComparison.Ordinal));
            Assert.Contains(plan, step => step.StartsWith("SEARCH", StringComparison.Ordinal));
        });
    }

    [Fact]
    public async Task Emergencies_are_read_from_an_index_of_the_few_that_press()
    {
        // Arrange
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        await using var scope = database.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SlrtDbContext>();
        var part = Filters["open"].Parts().First();

        // Act
        var plan = await PlanAsync(part.Sorted(db.Complaints, TestData.Staff(Role.Manager, readsSensitive: true)).Take(51));

        // Assert
        Assert.Contains(plan, step => step.Contains("ix_complaint_pressing", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_the_administrator_sees_is_read_from_an_index_of_its_own()
    {
        // Arrange
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        await using var scope = database.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SlrtDbContext>();
        var query = Filters["open"].Sorted(db.Complaints, TestData.Staff(Role.Administrator)).Take(51);

        // Act
        var plan = await PlanAsync(query);

        // Assert
        Assert.Contains(plan, step => step.Contains("ix_complaint_concerns", StringComparison.Ordinal));
        Assert.DoesNotContain(plan, step => step.Contains("TEMP B-TREE", StringComparison.Ordinal));
    }

    private static async Task<List<string>> PlanAsync(IQueryable<Complaint> query)
    {
        var plan = new List<string>();
        await using var command = query.CreateDbCommand();
        command.CommandText = $"explain query plan {command.CommandText}";
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            plan.Add(reader.GetString(3));
        }

        return plan;
    }
}
