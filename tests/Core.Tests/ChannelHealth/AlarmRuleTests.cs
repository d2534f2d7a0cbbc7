using SlrtBot.Core.ChannelHealth;
using SlrtBot.Core.Conversations;
using Xunit;

namespace SlrtBot.Core.Tests.ChannelHealth;

/// <summary>When a channel needs a person, and when it is only quiet.</summary>
public sealed class AlarmRuleTests
{
    /// <summary>Noon of a weekday.</summary>
    private static readonly DateTime Now = new(2026, 11, 24, 12, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData(ChannelState.Working, 0, null)]
    [InlineData(ChannelState.Off, 60, null)]
    [InlineData(ChannelState.Refused, 0, AlarmKind.TokenRefused)]
    [InlineData(ChannelState.Conflict, 0, AlarmKind.WrongWebhook)]
    [InlineData(ChannelState.Backlog, 0, AlarmKind.Backlog)]
    [InlineData(ChannelState.Unreachable, 4, null)]
    [InlineData(ChannelState.Unreachable, 6, AlarmKind.Unreachable)]
    [InlineData(ChannelState.Starting, 60, null)]
    public void What_a_channel_says_of_itself_counts_at_once_or_after_patience(ChannelState state, int minutes, AlarmKind? expected)
    {
        // Act
        var alarm = AlarmRule.Of(Check(state, since: Now.AddMinutes(-minutes)), [], Now);

        // Assert
        Assert.Equal(expected, alarm);
    }

    [Theory]
    [InlineData(5, null)]
    [InlineData(6, AlarmKind.Unwatched)]
    public void A_channel_that_nobody_looks_after_is_an_alarm_of_its_own(int minutes, AlarmKind? expected)
    {
        // Act
        var alarm = AlarmRule.Of(Check(ChannelState.Working, checkedAt: Now.AddMinutes(-minutes)), [], Now);

        // Assert
        Assert.Equal(expected, alarm);
    }

    [Theory]
    [InlineData("a busy channel, two hours", 15, 120, AlarmKind.Silent)]
    [InlineData("a busy channel, one hour", 15, 60, null)]
    [InlineData("a quiet channel, two hours", 1, 120, null)]
    [InlineData("a quiet channel, two days", 1, 2 * 24 * 60, AlarmKind.Silent)]
    public void Silence_is_measured_against_the_same_hours_of_two_weeks(string which, int perHour, int minutes, AlarmKind? expected)
    {
        // Arrange: each hour from 6 to 18, each day.
        var hours = Traffic(14, hour => hour is >= 6 and < 18 ? perHour : 0);

        // Act
        var alarm = AlarmRule.Of(Check(ChannelState.Working, lastReceived: Now.AddMinutes(-minutes)), hours, Now);

        // Assert
        Assert.True(expected == alarm, which);
    }

    [Fact]
    public void Nights_are_quiet_and_a_channel_of_a_few_days_is_not_judged()
    {
        // Arrange
        var midnight = Now.Date;
        var evening = Check(ChannelState.Working, lastReceived: midnight.AddHours(-6), checkedAt: midnight);
        var young = Check(ChannelState.Working, lastReceived: Now.AddHours(-10));

        // Act, Assert
        Assert.Null(AlarmRule.Of(evening, Traffic(14, hour => hour is >= 6 and < 18 ? 50 : 0), midnight));
        Assert.Null(AlarmRule.Of(young, Traffic(5, _ => 50), Now));
        Assert.Null(AlarmRule.Of(Check(ChannelState.Working), Traffic(14, _ => 50), Now));
    }

    private static List<ChannelHour> Traffic(int days, Func<int, int> received) =>
    [
        .. Enumerable.Range(1, days * 24).Select(back => ChannelHour.Of(Now.AddHours(-back)))
            .Select(hour => new ChannelHour { Channel = Channels.Telegram, Hour = hour, Received = received(hour.Hour) }),
    ];

    private static ChannelCheck Check(
        ChannelState state, DateTime? since = null, DateTime? checkedAt = null, DateTime? lastReceived = null) => new()
        {
            Channel = Channels.Telegram, State = state, Since = since ?? Now, CheckedAt = checkedAt ?? Now, LastReceivedAt = lastReceived,
        };
}
