using System.Globalization;
using CsCheck;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Complaints.Promises;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Tests.Areas;
using Xunit;

namespace SlrtBot.Core.Tests.Complaints;

/// <summary>The day of a promise, counted from its segments alone; the errors that other systems are known for.</summary>
public sealed class PromiseDayTests
{
    private const string Village = Bandung.Cangkuang;
    private static readonly WorkingCalendar Calendar = Bandung.Calendar();

    [Theory]
    [InlineData("2026-11-23T02:00", 5, "2026-11-30")]
    // After hours, on Saturday and in the last minute before midnight it begins on the next working day, and in full.
    [InlineData("2026-11-23T09:00", 1, "2026-11-25")]
    [InlineData("2026-11-28T02:00", 1, "2026-12-01")]
    [InlineData("2026-11-22T16:59", 1, "2026-11-24")]
    [InlineData("2026-11-28T02:00", 0, "2026-11-30")]
    public void What_is_lodged_outside_hours_loses_no_day(string at, int days, string due) =>
        Assert.Equal(Day(due), Of(Running(at, days)));

    [Theory]
    // Within one day; over a night; from Friday evening to Sunday midnight; from Friday morning to Monday morning.
    [InlineData("2026-11-24T02:00", "2026-11-24T07:00", "2026-11-30")]
    [InlineData("2026-11-24T10:00", "2026-11-24T23:59", "2026-11-30")]
    [InlineData("2026-11-27T08:00", "2026-11-29T17:00", "2026-11-30")]
    [InlineData("2026-11-27T02:00", "2026-11-30T02:00", "2026-12-01")]
    [InlineData("2026-11-24T02:00", "2026-12-15T02:00", "2026-12-21")]
    public void A_wait_takes_its_working_days_out_of_the_count_and_no_others(string from, string to, string due) =>
        Assert.Equal(Day(due), Of(Running("2026-11-23T02:00", 5), Stands(from), Runs(to)));

    [Theory]
    // In the last hour of the last day, and after that hour.
    [InlineData("2026-11-30T07:30", "2026-12-15T02:00", "2026-12-15")]
    [InlineData("2026-11-30T09:00", "2026-12-15T02:00", "2026-12-15")]
    [InlineData("2026-11-30T09:00", "2026-12-15T10:00", "2026-12-16")]
    // The day after it was too late.
    [InlineData("2026-12-01T02:00", "2026-12-15T02:00", "2026-11-30")]
    public void What_was_laid_aside_on_the_last_day_is_due_on_the_day_of_the_answer(string from, string to, string due) =>
        Assert.Equal(Day(due), Of(Running("2026-11-23T02:00", 5), Stands(from), Runs(to)));

    [Fact]
    public void Another_rule_moves_the_day_and_forgets_no_wait()
    {
        // Arrange
        PromiseSegment[] waited = [Stands("2026-11-24T02:00"), Runs("2026-12-15T02:00")];

        // Act
        var (five, seven) = (Of([Running("2026-11-23T02:00", 5), .. waited]), Of([Running("2026-11-23T02:00", 7), .. waited]));

        // Assert
        Assert.Equal((Day("2026-12-21"), Day("2026-12-23")), (five, seven));
    }

    [Fact]
    public void A_new_promise_knows_nothing_of_the_old_one() =>
        Assert.Equal(Day("2026-12-22"), Of(Running("2026-11-23T02:00", 5), Stands("2026-11-24T02:00"), Running("2026-12-15T02:00", 5)));

    [Fact]
    public void While_it_stands_the_day_is_the_one_of_before() =>
        Assert.Equal(Day("2026-11-30"), Of(Running("2026-11-23T02:00", 5), Stands("2026-11-24T02:00")));

    [Theory]
    // Before the change, on both sides of it, and after the promise.
    [InlineData("2026-11-25", "2026-11-30")]
    [InlineData("2026-11-27", "2026-12-01")]
    [InlineData("2026-12-02", "2026-11-30")]
    public void A_day_off_that_is_added_later_counts_in_the_open_segment_alone(string dayOff, string due)
    {
        // Arrange: on Thursday it becomes known
        var more = new WorkingCalendar(Bandung.Catalogue, new AreaOptions(), new Holidays([new(Day(dayOff), "Libur", HolidayKind.National, true)]), new SettledValues());
        var recounted = Runs("2026-11-26T02:00", more.Version);

        // Act
        var day = PromiseDay.Of([Running("2026-11-23T02:00", 5), recounted], Village, v => v == more.Version ? more : Calendar);

        // Assert
        Assert.NotEqual(Calendar.Version, more.Version);
        Assert.Equal(Day(due), day);
    }

    [Fact]
    public void However_often_it_waits_it_is_never_due_before_its_days_have_passed() =>
        Gen.Select(Gen.Int[1, 14], Gen.Int[0, 20_000].Array[0, 8]).Sample((days, minutes) =>
        {
            // Arrange: runs and stands in turn, each for so many minutes
            var at = new DateTime(2026, 8, 3, 2, 0, 0, DateTimeKind.Utc);
            var segments = new List<PromiseSegment> { Segment(PromiseClock.Running, at, days, Calendar.Version) };
            foreach (var (span, i) in minutes.Select((m, i) => (m, i)))
            {
                at = at.AddMinutes(span);
                segments.Add(Segment(i % 2 == 0 ? PromiseClock.WithResident : PromiseClock.Running, at, null, Calendar.Version));
            }

            // Act
            var due = PromiseDay.Of(segments, Village, _ => Calendar);

            // Assert
            var plain = Calendar.DueOn(segments[0].FromAt, days, Village);
            Assert.True(due >= plain);
            Assert.True(Calendar.IsWorkingDay(due, Village));
            Assert.True(minutes.Length > 1 || due == plain);
        });

    private static DateOnly Of(params PromiseSegment[] segments) => PromiseDay.Of(segments, Village, _ => Calendar);

    private static PromiseSegment Running(string at, int days) => Segment(PromiseClock.Running, At(at), days, Calendar.Version);

    private static PromiseSegment Runs(string at, string? calendar = null) => Segment(PromiseClock.Running, At(at), null, calendar ?? Calendar.Version);

    private static PromiseSegment Stands(string at) => Segment(PromiseClock.WithPartner, At(at), null, Calendar.Version);

    private static PromiseSegment Segment(PromiseClock clock, DateTime from, int? days, string calendar) =>
        new() { ComplaintId = Guid.Empty, Id = SequentialId.Next(from), FromAt = from, Clock = clock, Days = days, Calendar = calendar };

    private static DateTime At(string utc) => DateTime.Parse(utc, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);

    private static DateOnly Day(string day) => DateOnly.Parse(day, CultureInfo.InvariantCulture);
}
