using SlrtBot.Bot.Telegram;
using SlrtBot.TestKit;
using Xunit;

namespace SlrtBot.Bot.Tests.Telegram;

public sealed class TelegramThrottleTests
{
    private readonly TestClock _clock = new();

    [Fact]
    public void One_chat_gets_three_at_once_and_then_one_a_second()
    {
        // Arrange
        var throttle = Throttle(25);

        // Act
        var burst = Enumerable.Range(0, 3).Select(_ => throttle.NotBefore(1)).ToList();
        var fourth = throttle.NotBefore(1);
        _clock.Advance(TimeSpan.FromSeconds(1));
        var later = throttle.NotBefore(1);
        var tooSoon = throttle.NotBefore(1);

        // Assert
        Assert.All(burst, Assert.Null);
        Assert.Equal(_clock.UtcNow, fourth);
        Assert.Null(later);
        Assert.Equal(_clock.UtcNow.AddSeconds(1), tooSoon);
    }

    [Fact]
    public void A_busy_chat_does_not_hold_up_another()
    {
        // Arrange
        var throttle = Throttle(25);
        Enumerable.Range(0, 4).ToList().ForEach(_ => throttle.NotBefore(1));

        // Act
        var other = throttle.NotBefore(2);

        // Assert
        Assert.Null(other);
    }

    [Fact]
    public void Ten_thousand_people_are_written_to_at_25_a_second_and_no_faster()
    {
        // Arrange
        var throttle = Throttle(25);
        var start = _clock.UtcNow;
        var sent = new List<DateTime>();

        // Act
        for (var person = 0; person < 10_000; person++)
        {
            while (throttle.NotBefore(person) is { } notBefore)
            {
                _clock.SetUtc(notBefore);
            }

            sent.Add(_clock.UtcNow);
        }

        // Assert
        Assert.Equal(399, (sent[^1] - start).TotalSeconds, 1.0);
        Assert.All(Enumerable.Range(50, sent.Count - 50), i => Assert.True(sent[i] - sent[i - 50] >= TimeSpan.FromSeconds(0.999)));
    }

    [Fact]
    public void A_refused_question_costs_nothing()
    {
        // Arrange
        var throttle = Throttle(25);
        Enumerable.Range(0, 3).ToList().ForEach(_ => throttle.NotBefore(1));

        // Act
        Enumerable.Range(0, 100).ToList().ForEach(_ => throttle.NotBefore(1));
        _clock.Advance(TimeSpan.FromSeconds(1));

        // Assert
        Assert.Null(throttle.NotBefore(1));
        Assert.Null(throttle.NotBefore(2));
    }

    [Fact]
    public void While_the_api_asks_for_a_pause_nobody_is_written_to()
    {
        // Arrange
        var throttle = Throttle(25);
        var until = _clock.UtcNow.AddSeconds(31);

        // Act
        throttle.PauseUntil(until);
        throttle.PauseUntil(_clock.UtcNow.AddSeconds(5));
        var during = throttle.NotBefore(1);
        _clock.SetUtc(until);

        // Assert
        Assert.Equal(until, during);
        Assert.Null(throttle.NotBefore(1));
    }

    [Fact]
    public void Zero_turns_the_limits_off_but_not_the_pause()
    {
        // Arrange
        var throttle = Throttle(0);

        // Act
        var many = Enumerable.Range(0, 1000).Select(_ => throttle.NotBefore(1)).ToList();
        throttle.PauseUntil(_clock.UtcNow.AddSeconds(3));

        // Assert
        Assert.All(many, Assert.Null);
        Assert.Equal(_clock.UtcNow.AddSeconds(3), throttle.NotBefore(1));
    }

    [Fact]
    public void Idle_chats_are_forgotten()
    {
        // Arrange
        var throttle = Throttle(1000);

        // Act
        for (var person = 0; person < 5_000; person++)
        {
            throttle.NotBefore(person);
            _clock.Advance(TimeSpan.FromSeconds(2));
        }

        // Assert
        Assert.InRange(throttle.KnownChats, 1, 1025);
    }

    private TelegramThrottle Throttle(int perSecond) => new(new TelegramOptions { MessagesPerSecond = perSecond }, _clock);
}
