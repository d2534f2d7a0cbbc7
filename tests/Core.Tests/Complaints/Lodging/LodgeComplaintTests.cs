using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Complaints.Lodging;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.TestKit;
using Xunit;

namespace SlrtBot.Core.Tests.Complaints.Lodging;

public sealed class LodgeComplaintTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_hundred_presses_of_send_make_one_complaint_with_one_number(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var conversation = await database.ConversationAsync();
        var story = TestData.Story(conversation.Id);

        // Act
        var lodged = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Task.Run(() => database.LodgeAsync(story))));

        // Assert
        Assert.Single(lodged.Select(c => c.Reference).Distinct());
        var stored = await database.ReadAsync(db => db.Complaints.SingleAsync());
        Assert.Equal((ComplaintStatus.Received, StatusType.Open, "32.04", "32.04.44"), (stored.Status, stored.StatusType, stored.RegencyCode, stored.DistrictCode));
        Assert.Equal(["complaint.lodged"], await database.AuditedAsync(stored.Id));
        Assert.Equal(1, await database.ReadAsync(db => db.ComplaintMoves.CountAsync()));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_promise_is_counted_in_working_days(DatabaseProvider provider)
    {
        // Arrange: Friday afternoon, after office hours.
        await using var database = await TestData.WithAreasAsync(provider);
        database.Clock.SetUtc(new DateTime(2026, 11, 27, 9, 0, 0, DateTimeKind.Utc));

        // Act
        var complaint = await database.LodgeAsync(TestData.Story(category: "P2"));

        // Assert: counted from Monday, three working days later.
        Assert.Equal(new DateOnly(2026, 12, 3), complaint.PromiseOn);
        Assert.True(complaint.IsSensitive);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Where_the_village_is_not_known_it_lies_with_the_sub_district_or_the_regency(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);

        // Act
        var known = await database.LodgeAsync(TestData.Story(village: "32.04.44"));
        var unknown = await database.LodgeAsync(TestData.Story(village: "32.04"));

        // Assert
        Assert.Equal([known.Id], await InAsync("32.04.44"));
        Assert.Empty(await InAsync("32.04.44.2001"));
        Assert.Equal(2, (await InAsync("32.04")).Intersect([known.Id, unknown.Id]).Count());

        Task<List<Guid>> InAsync(string area) => database.ReadAsync(db => db.Complaints.InAreas([area]).Select(c => c.Id).ToListAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_cannot_be_lodged_is_refused_field_by_field(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var input = TestData.Story() with { Story = " ", CategoryCode = "X9", VillageCode = "32" };

        // Act
        var outcome = await database.Units.RunAsync<LodgeComplaint, Complaint>(
            (act, ct) => act.DoAsync(input, Provenance.Resident(Guid.Empty, "telegram", database.Clock.UtcNow), ct), default);

        // Assert
        Assert.Equal(["required", "unknown_category", "unknown_village"], outcome.Refusals.Select(r => r.Code));
        Assert.Equal(0, await database.ReadAsync(db => db.Complaints.CountAsync()));
    }
}
