using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Complaints.Queue;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Staff;
using SlrtBot.TestKit;
using Xunit;

namespace SlrtBot.Core.Tests.Complaints.Queue;

public sealed class QueueOrderTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Emergencies_lead_over_all_pages_and_then_what_is_promised_soonest(DatabaseProvider provider)
    {
        // Arrange: N3 is promised later than N6, unless it is urgent
        await using var database = await TestData.WithAreasAsync(provider);
        var slow = await LodgeAsync(database, "N3", Urgency.Urgent);
        var quick = await LodgeAsync(database, "N6", Urgency.Normal);
        var grave = await LodgeAsync(database, "N3", Urgency.Emergency);
        var graveAndQuick = await LodgeAsync(database, "N6", Urgency.Emergency);
        var slower = await LodgeAsync(database, "N3", Urgency.Normal);
        var filter = new QueueFilter { Type = StatusType.Open, Size = 2 };

        // Act
        var pages = new List<QueuePage>();
        for (var page = 1; page <= 3; page++)
        {
            pages.Add(await PageAsync(database, filter with { Page = page }));
        }

        // Assert
        Assert.Equal(
            new[] { grave, graveAndQuick, slow, quick, slower }.Select(c => c.Reference),
            pages.SelectMany(p => p.Rows).Select(r => r.Reference));
        Assert.Equal([true, true, false], pages.Select(p => p.HasMore));
    }

    [Fact]
    public async Task Emergencies_do_not_lead_where_the_newest_do_or_nothing_is_open()
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(DatabaseProvider.Sqlite);
        var grave = await LodgeAsync(database, "N3", Urgency.Emergency);
        var calm = await LodgeAsync(database, "N3", Urgency.Normal);

        // Act
        var newest = await PageAsync(database, new QueueFilter { Type = StatusType.Open, Order = QueueOrder.Newest });
        var settled = await PageAsync(database, new QueueFilter { Type = StatusType.Settled });

        // Assert
        Assert.Equal([calm.Reference, grave.Reference], newest.Rows.Select(r => r.Reference));
        Assert.Empty(settled.Rows);
    }

    private static Task<Complaint> LodgeAsync(TestDatabase database, string category, Urgency urgency) =>
        database.LodgeAsync(TestData.Story(category: category) with { Urgency = urgency });

    private static async Task<QueuePage> PageAsync(TestDatabase database, QueueFilter filter)
    {
        await using var scope = database.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<QueueQueries>()
            .PageAsync(filter, TestData.Staff(Role.Manager, readsSensitive: true), CancellationToken.None);
    }
}
