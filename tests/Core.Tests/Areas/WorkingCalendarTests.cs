using System.Globalization;
using CsCheck;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Kernel;
using Xunit;

namespace SlrtBot.Core.Tests.Areas;

public sealed class WorkingCalendarTests
{
    private const string Village = Bandung.Cangkuang;
    private const string Jayapura = "91.71.01.1001";
    private static readonly WorkingCalendar Calendar = Bandung.Calendar();

    [Theory]
    [InlineData("2026-11-23", 1, "2026-11-24")]
    [InlineData("2026-11-23", 5, "2026-11-30")]
    [InlineData("2026-11-27", 1, "2026-11-30")]
    [InlineData("2026-11-28", 1, "2026-11-30")]
    [InlineData("2026-11-28", 0, "2026-11-30")]
    [InlineData("2026-11-23", 0, "2026-11-23")]
    [InlineData("2026-03-17", 1, "2026-03-25")]
    [InlineData("2026-12-23", 1, "2026-12-28")]
    [InlineData("2026-08-14", 1, "2026-08-18")]
    public void Weekends_holidays_and_joint_leave_do_not_count(string from, int days, string due) =>
        Assert.Equal(Day(due), Calendar.AddWorkingDays(Day(from), days, Village));

    [Theory]
    [InlineData("2026-11-23T03:00:00Z", "2026-11-23")]
    [InlineData("2026-11-22T22:00:00Z", "2026-11-23")]
    [InlineData("2026-11-23T07:59:59Z", "2026-11-23")]
    [InlineData("2026-11-23T08:00:00Z", "2026-11-24")]
    [InlineData("2026-11-27T07:30:00Z", "2026-11-30")]
    [InlineData("2026-11-27T07:29:00Z", "2026-11-27")]
    [InlineData("2026-11-21T03:00:00Z", "2026-11-23")]
    [InlineData("2026-12-23T09:00:00Z", "2026-12-28")]
    public void What_comes_after_hours_or_on_a_day_off_counts_from_the_next_working_day(string at, string counts) =>
        Assert.Equal(Day(counts), Calendar.CountsFrom(At(at), Village));

    [Fact]
    public void A_promise_of_three_days_given_on_Monday_evening_ends_on_Friday()
    {
        Assert.Equal(Day("2026-11-26"), Calendar.DueOn(At("2026-11-23T03:00:00Z"), 3, Village));
        Assert.Equal(Day("2026-11-27"), Calendar.DueOn(At("2026-11-23T10:00:00Z"), 3, Village));
        Assert.Equal(At("2026-11-27T07:30:00Z"), Calendar.Closing(Day("2026-11-27"), Village));
        Assert.Equal(At("2026-11-28T17:00:00Z"), Calendar.Closing(Day("2026-11-28"), Village));
    }

    [Theory]
    [InlineData("2026-11-23T01:00:00Z", true, "2026-11-23T01:00:00Z")]
    [InlineData("2026-11-23T00:59:00Z", false, "2026-11-23T01:00:00Z")]
    [InlineData("2026-11-23T08:00:00Z", false, "2026-11-24T01:00:00Z")]
    [InlineData("2026-11-27T07:45:00Z", false, "2026-11-30T01:00:00Z")]
    [InlineData("2026-12-24T03:00:00Z", false, "2026-12-28T01:00:00Z")]
    public void The_office_is_open_in_its_hours_and_tells_when_it_opens_next(string at, bool open, string next)
    {
        Assert.Equal(open, Calendar.IsOpen(At(at), Village));
        Assert.Equal(At(next), Calendar.NextOpening(At(at), Village));
        Assert.Equal(DateTimeKind.Utc, Calendar.NextOpening(At(at), Village).Kind);
    }

    [Fact]
    public void Hours_are_those_of_the_areas_own_zone()
    {
        // Arrange: 23.30 UTC on Sunday is 08.30 on Monday in Jayapura and 06.30 in Bandung.
        var at = At("2026-11-22T23:30:00Z");

        // Act, Assert
        Assert.True(Calendar.IsOpen(at, Jayapura));
        Assert.False(Calendar.IsOpen(at, Village));
    }

    [Fact]
    public void The_nearest_area_with_hours_of_its_own_decides()
    {
        // Arrange
        var calendar = Bandung.Calendar(o =>
        {
            o.AreaOfficeHours["32.04"] = "Mon-Fri 07:30-14:00";
            o.AreaOfficeHours["32.04.44"] = "Sat-Sun 09:00-11:00; Wed 09:00-11:00";
        });

        // Act, Assert
        Assert.Equal(new Hours(new TimeOnly(7, 30), new TimeOnly(14, 0)), calendar.OpenHours(Day("2026-11-23"), "32.04.37.2001"));
        Assert.Null(calendar.OpenHours(Day("2026-11-23"), Village));
        Assert.Equal(Day("2026-11-28"), calendar.AddWorkingDays(Day("2026-11-25"), 1, Village));
        Assert.Equal(new Hours(new TimeOnly(8, 0), new TimeOnly(15, 0)), calendar.OpenHours(Day("2026-11-23"), Jayapura));
    }

    [Fact]
    public void Working_days_between_two_days_leave_out_the_first()
    {
        Assert.Equal(5, Calendar.WorkingDaysBetween(Day("2026-11-20"), Day("2026-11-27"), Village));
        Assert.Equal(0, Calendar.WorkingDaysBetween(Day("2026-11-27"), Day("2026-11-29"), Village));
        Assert.Equal(0, Calendar.WorkingDaysBetween(Day("2026-11-27"), Day("2026-11-20"), Village));
    }

    [Fact]
    public void Counting_forward_and_counting_between_agree_for_two_years() =>
        Gen.Select(Gen.Int[0, 599], Gen.Int[1, 60]).Sample((day, days) =>
        {
            var from = Day("2026-01-01").AddDays(day);

            var due = Calendar.AddWorkingDays(from, days, Village);

            Assert.True(Calendar.IsWorkingDay(due, Village));
            Assert.Equal(days, Calendar.WorkingDaysBetween(from, due, Village));
        });

    [Theory]
    [InlineData("2026-11-23T05:00:00Z", "Asia/Jakarta", "2026-11-23T05:00:00Z")]
    [InlineData("2026-11-23T12:59:59Z", "Asia/Jakarta", "2026-11-23T12:59:59Z")]
    [InlineData("2026-11-23T13:00:00Z", "Asia/Jakarta", "2026-11-24T00:00:00Z")]
    [InlineData("2026-11-23T20:00:00Z", "Asia/Jakarta", "2026-11-24T00:00:00Z")]
    [InlineData("2026-11-24T00:00:00Z", "Asia/Jakarta", "2026-11-24T00:00:00Z")]
    [InlineData("2026-11-23T11:00:00Z", "Asia/Jayapura", "2026-11-23T22:00:00Z")]
    [InlineData("2026-11-23T12:00:00Z", "Asia/Makassar", "2026-11-23T23:00:00Z")]
    public void Residents_are_left_in_peace_from_eight_to_seven_in_their_zone(string at, string zone, string free) =>
        Assert.Equal(At(free), Calendar.NotBefore(At(at), TimeZoneInfo.FindSystemTimeZoneById(zone)));

    [Fact]
    public void Quiet_hours_within_one_day_end_on_that_day()
    {
        var calendar = Bandung.Calendar(o => o.QuietHours = "12:00-13:00");

        Assert.Equal(At("2026-11-23T06:00:00Z"), calendar.NotBefore(At("2026-11-23T05:30:00Z"), Village));
        Assert.Equal(At("2026-11-23T16:00:00Z"), calendar.NotBefore(At("2026-11-23T16:00:00Z"), Village));
    }

    [Fact]
    public void A_calendar_without_a_working_day_says_so()
    {
        // Arrange
        var closed = new Holidays(Enumerable.Range(0, 800).Select(d => new Holiday(Day("2026-01-01").AddDays(d), "-", HolidayKind.National, true)));
        var calendar = new WorkingCalendar(Bandung.Catalogue, new AreaOptions(), closed, new SettledValues());

        // Act, Assert
        Assert.Throws<InvalidOperationException>(() => calendar.AddWorkingDays(Day("2026-02-01"), 1, Village));
    }

    private static DateOnly Day(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);

    private static DateTime At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture).UtcDateTime;
}
