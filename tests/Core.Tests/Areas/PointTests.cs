using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Visits;
using SlrtBot.TestKit;
using Xunit;

namespace SlrtBot.Core.Tests.Areas;

/// <summary>Where villages lie on the map, and how far from there something is.</summary>
public sealed class PointTests
{
    [Theory]
    [InlineData(-7.05, 107.59, -7.05, 107.59, 0)]
    // A degree along the meridian is 111.195 km on this sphere, and as much along the equator.
    [InlineData(0, 107, 1, 107, 111.195)]
    [InlineData(0, 107, 0, 108, 111.195)]
    // Bandung to Jakarta, to the other side of the date line, and to the other end of the earth.
    [InlineData(-6.9175, 107.6191, -6.2088, 106.8456, 116.2)]
    [InlineData(0, 179.5, 0, -179.5, 111.195)]
    [InlineData(0, 0, 0, 180, 20015.1)]
    [InlineData(90, 0, -90, 0, 20015.1)]
    public void The_way_along_the_surface_is_told_both_ways(double north, double east, double otherNorth, double otherEast, double kilometres)
    {
        // Arrange
        var (from, to) = (new GeoPoint(north, east), new GeoPoint(otherNorth, otherEast));

        // Act, Assert
        Assert.Equal(kilometres, from.KilometresTo(to), 0.1);
        Assert.Equal(from.KilometresTo(to), to.KilometresTo(from), 1e-9);
    }

    [Theory]
    [InlineData("-7.05,107.59", 0.0)]
    [InlineData("-7.06,107.59", 1.11)]
    [InlineData("", null)]
    [InlineData(null, null)]
    [InlineData("dekat masjid", null)]
    [InlineData("95,200", null)]
    public void A_position_lies_so_far_from_the_village_where_both_are_known(string? position, double? kilometres)
    {
        // Arrange
        var village = Area.From("32.04.44.2001", "Cangkuang");
        village.PutAt(new GeoPoint(-7.05, 107.59));

        // Act
        var away = VisitPosition.KilometresFrom(village, position);

        // Assert
        Assert.Equal(kilometres is null, away is null);
        Assert.Equal(kilometres ?? 0, away ?? 0, 0.01);
        Assert.Null(VisitPosition.KilometresFrom(Area.From("32.04.44.2001", "Cangkuang"), position));
        Assert.Null(VisitPosition.KilometresFrom(null, position));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_list_puts_villages_on_the_map_and_the_same_list_changes_nothing(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);

        // Act
        var first = await ImportAsync(database, "code;latitude;longitude\r\n32.04.44.2001;-7.0401;107.5501\r\n3204442002;-7.05;107.56\r\n");
        var again = await ImportAsync(database, "code,latitude,longitude\n32.04.44.2001,-7.0401,107.5501\n");

        // Assert
        Assert.Equal((2, 0), (first.Value, again.Value));
        Assert.Equal(new GeoPoint(-7.0401, 107.5501), database.Services.GetRequiredService<AreaCatalogue>().Get("32.04.44.2001").Point);
        var decision = await database.ReadAsync(db => db.AreaDecisions.SingleAsync());
        Assert.Equal((AreaDecisionKind.PointsImported, "32.04", "2"), (decision.Kind, decision.AreaCode, decision.After));
        Assert.Equal(["area.points_imported"], await database.AuditedAsync(decision.Id));
    }

    [Fact]
    public async Task Each_wrong_line_is_named_and_nothing_is_stored()
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(DatabaseProvider.Sqlite);

        // Act
        var refused = await ImportAsync(
            database,
            "code;latitude;longitude\n32.04.44.2001;-7.04;107.55\n32.04.44.9999;-7.04;107.55\nzzz;-7.04;107.55\n32.04.44;-7.04;107.55\n32.04.44.2001;-7.04;107.55\n32.04.44.2002;-7,04;107,55\n32.04.44.2003;107.55;-7.04\n32.04.44.2004;7.04;107.55\n32.04.44.2005;;\n");

        // Assert
        Assert.Equal(
            [
                "line 3, code point_village_unknown", "line 4, code point_village_unknown", "line 5, code point_village_unknown", "line 6, code point_village_twice",
                "line 7, latitude point_unread", "line 8, latitude point_elsewhere", "line 9, latitude point_elsewhere", "line 10, latitude point_unread",
            ],
            refused.Refusals.Select(r => $"{r.Field} {r.Code}"));
        Assert.Equal(0, await database.ReadAsync(db => db.Areas.CountAsync(a => a.Latitude != null)));
        Assert.Equal("list_column_missing", (await ImportAsync(database, "code;lat\n32.04.44.2001;1\n")).Refusals.Single().Code);
    }

    private static Task<Outcome<int>> ImportAsync(TestDatabase database, string list) =>
        database.Services.GetRequiredService<PrepareAreas>().ImportPointsAsync(Encoding.UTF8.GetBytes(list), Provenance.Verb("areas import", database.Clock.UtcNow), default);
}
