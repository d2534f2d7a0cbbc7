using SlrtBot.Core.Kernel;
using Xunit;

namespace SlrtBot.Core.Tests.Kernel;

public sealed class LocalDayTests
{
    private static readonly TimeZoneInfo Bandung = TimeZoneInfo.FindSystemTimeZoneById("Asia/Jakarta");
    private static readonly TimeZoneInfo Jayapura = TimeZoneInfo.FindSystemTimeZoneById("Asia/Jayapura");

    [Theory]
    [InlineData("2026-11-22T16:59:59Z", "2026-11-22", "2026-11-23")]
    [InlineData("2026-11-22T17:00:00Z", "2026-11-23", "2026-11-23")]
    [InlineData("2026-11-22T14:59:59Z", "2026-11-22", "2026-11-22")]
    public void The_day_changes_at_local_midnight(string at, string inBandung, string inJayapura)
    {
        // Arrange
        var utc = DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture).UtcDateTime;

        // Act, Assert
        Assert.Equal(DateOnly.Parse(inBandung, System.Globalization.CultureInfo.InvariantCulture), LocalDay.Of(utc, Bandung));
        Assert.Equal(DateOnly.Parse(inJayapura, System.Globalization.CultureInfo.InvariantCulture), LocalDay.Of(utc, Jayapura));
    }

    [Fact]
    public void A_day_begins_and_ends_where_its_instants_do()
    {
        // Arrange
        var day = new DateOnly(2026, 11, 22);

        // Act
        var (start, end) = (LocalDay.StartUtc(day, Bandung), LocalDay.EndUtc(day, Bandung));

        // Assert
        Assert.Equal(new DateTime(2026, 11, 21, 17, 0, 0, DateTimeKind.Utc), start);
        Assert.Equal(DateTimeKind.Utc, start.Kind);
        Assert.Equal(TimeSpan.FromDays(1), end - start);
        Assert.Equal(day, LocalDay.Of(start, Bandung));
        Assert.Equal(day, LocalDay.Of(end.AddTicks(-1), Bandung));
        Assert.Equal(start.AddHours(8), LocalDay.AtUtc(day, new TimeOnly(8, 0), Bandung));
    }

    [Fact]
    public void A_day_whose_midnight_does_not_exist_begins_later()
    {
        // Arrange: in Beirut the clocks of 30 March 2025 went from 00:00 to 01:00
        var zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Beirut");
        var day = new DateOnly(2025, 3, 30);

        // Act
        var start = LocalDay.StartUtc(day, zone);

        // Assert
        Assert.Equal(new DateTime(2025, 3, 29, 22, 0, 0, DateTimeKind.Utc), start);
        Assert.Equal(TimeSpan.FromHours(23), LocalDay.EndUtc(day, zone) - start);
    }

    [Fact]
    public void Local_times_of_the_machine_are_refused()
    {
        // Act
        var refused = Record.Exception(() => LocalDay.Of(new DateTime(2026, 11, 22, 0, 0, 0, DateTimeKind.Local), Jayapura));

        // Assert
        Assert.IsType<ArgumentException>(refused);
    }
}
