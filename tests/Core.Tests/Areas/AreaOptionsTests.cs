using Microsoft.Extensions.Configuration;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Kernel;
using Xunit;

namespace SlrtBot.Core.Tests.Areas;

public sealed class AreaOptionsTests
{
    [Fact]
    public void The_defaults_are_good() => Assert.Empty(new AreaOptions().Problems());

    [Fact]
    public void Several_regencies_are_separated_by_commas() =>
        Assert.Equal(["32.04", "32.73"], new AreaOptions { Regency = "32.04, 32.73,32.04" }.Regencies);

    [Theory]
    [InlineData("")]
    [InlineData("32")]
    [InlineData("3204")]
    [InlineData("32.04.01")]
    [InlineData("Bandung")]
    public void A_regency_that_is_none_is_named(string regency) =>
        Assert.Equal("Slrt__Regency", Assert.Single(new AreaOptions { Regency = regency }.Problems()).Key);

    [Theory]
    [InlineData("")]
    [InlineData("Mon-Fri")]
    [InlineData("Mon-Fri 8-15")]
    [InlineData("Mon-Fri 15:00-08:00")]
    [InlineData("Senin 08:00-15:00")]
    public void Office_hours_that_cannot_be_read_are_named(string hours) =>
        Assert.Equal("Slrt__OfficeHours", Assert.Single(new AreaOptions { OfficeHours = hours }.Problems()).Key);

    [Fact]
    public void Each_wrong_key_is_named()
    {
        // Arrange
        var options = new AreaOptions { TimeZone = "Asia/Bandung", QuietHours = "eight to seven" };
        options.AreaOfficeHours["32.04"] = "always";

        // Act
        var problems = options.Problems().Select(p => p.Key);

        // Assert
        Assert.Equal(["Slrt__TimeZone", "Slrt__AreaOfficeHours__32.04", "Slrt__QuietHours"], problems);
    }

    [Fact]
    public void Settings_are_read_from_their_section_and_refused_with_key_and_fix()
    {
        // Arrange
        IConfiguration Settings(params (string Key, string Value)[] values) =>
            new ConfigurationBuilder().AddInMemoryCollection(values.Select(v => KeyValuePair.Create(v.Key, (string?)v.Value))).Build();

        // Act
        var options = AreaOptions.Read(Settings(("Slrt:Regency", "94.71"), ("Slrt:AreaOfficeHours:94.71", "Mon-Fri 07:30-14:00")));
        var refused = Assert.Throws<OptionsException>(() => AreaOptions.Read(Settings(("Slrt:Regency", "3204"))));

        // Assert
        Assert.Equal(["94.71"], options.Regencies);
        Assert.Single(options.AreaOfficeHours);
        Assert.Contains("32.04", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_span_of_days_may_run_over_the_weekend()
    {
        var hours = OfficeHours.Parse("Sat-Mon 08:00-12:00");

        Assert.NotNull(hours.On(DayOfWeek.Sunday));
        Assert.NotNull(hours.On(DayOfWeek.Monday));
        Assert.Null(hours.On(DayOfWeek.Tuesday));
    }

    [Fact]
    public void The_holiday_table_covers_this_year_and_the_next_and_says_that_it_is_unchecked()
    {
        Assert.All([2025, 2026, 2027], year => Assert.InRange(Holidays.BuiltIn.In(year).Count(d => d.Kind == HolidayKind.National), 15, 18));
        Assert.False(Holidays.BuiltIn.IsChecked(2027));
        Assert.Equal(HolidayKind.JointLeave, Holidays.BuiltIn.On(new DateOnly(2026, 3, 20))?.Kind);
        Assert.Null(Holidays.BuiltIn.On(new DateOnly(2026, 11, 23)));
    }
}
