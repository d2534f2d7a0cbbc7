using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Areas;
using SlrtBot.Core.DataRequests;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.TestKit;
using Xunit;

namespace SlrtBot.Core.Tests.Areas;

/// <summary>"Lies in one of these areas", on a table that is known by its interface alone, where a level may not be known.</summary>
public sealed class PlacedInTests
{
    private const string Home = "32.04";

    [Theory, OnSqlite, OnPostgres]
    public async Task What_lies_somewhere_is_found_from_every_area_around_it(DatabaseProvider provider)
    {
        // Arrange: one in a village, one of which only the regency is known.
        await using var database = await TestDatabase.CreateAsync(provider);
        var conversation = await database.ConversationAsync();
        await database.AddAsync(
            Request(database, conversation.Id, DataRequestKind.Access, Place.Of(TestData.Village, Home)),
            Request(database, conversation.Id, DataRequestKind.Erase, Place.Of(null, Home)));

        // Act
        var found = new Dictionary<string, int>();
        foreach (var areas in new[] { "32", "32.04", "32.04.44", TestData.Village, "33", "32.05", "", "32.04.44 32.04.37", $"32.05 {TestData.Village}", "32.04 33" })
        {
            found[areas] = await database.ReadAsync(db => Count(db.DataRequests, areas.Split(' ', StringSplitOptions.RemoveEmptyEntries)));
        }

        // Assert
        Assert.Equal([2, 2, 1, 1, 0, 0, 0, 1, 1, 2], found.Values);
    }

    [Fact]
    public void A_place_is_as_close_as_its_code_and_home_where_there_is_none()
    {
        Assert.Equal(new Place("32.04", "32.04.44", "32.04.44.2001"), Place.Of("32.04.44.2001", "32.05"));
        Assert.Equal(new Place("32.04", "32.04.44", null), Place.Of("32.04.44", "32.05"));
        Assert.Equal(new Place("32.04", null, null), Place.Of("32.04", "32.05"));
        Assert.Equal(new Place("32.05", null, null), Place.Of(null, "32.05"));
        Assert.Equal("32.04.44", Place.Of("32.04.44", "32.05").Closest());
    }

    private static Task<int> Count<TRow>(IQueryable<TRow> rows, IReadOnlyList<string> areas)
        where TRow : class, IPlaced =>
        rows.InAreas(areas).CountAsync();

    private static DataRequest Request(TestDatabase database, Guid conversation, DataRequestKind kind, Place place) => new()
    {
        Id = SequentialId.Next(database.Clock.UtcNow),
        ConversationId = conversation,
        Kind = kind,
        State = DataRequestState.Open,
        RegencyCode = place.RegencyCode,
        DistrictCode = place.DistrictCode,
        VillageCode = place.VillageCode,
        IsSensitive = false,
        OpenedAt = database.Clock.UtcNow,
        DueAt = database.Clock.UtcNow,
    };
}
