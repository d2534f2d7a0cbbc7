using SlrtBot.Bot.Telegram;
using SlrtBot.TestKit.FakeTelegram;
using Telegram.Bot.Requests;
using Xunit;

namespace SlrtBot.Bot.Tests.Telegram;

/// <summary>What each kind of answer means, over real HTTP: the table that keeps messages from being lost or doubled.</summary>
public sealed class TelegramClientOutcomeTests : IAsyncLifetime
{
    private TestTelegram _telegram = null!;

    public async Task InitializeAsync() => _telegram = await TestTelegram.StartAsync();

    public async Task DisposeAsync() => await _telegram.DisposeAsync();

    [Fact]
    public async Task A_message_that_arrives_is_sent_with_its_id()
    {
        // Arrange
        var phone = _telegram.Server.Phone();

        // Act
        var outcome = await _telegram.SendAsync("Halo");

        // Assert
        var heard = await phone.HearsAsync();
        Assert.Equal("Halo", heard.Text);
        Assert.Equal(new SendOutcome.Sent(heard.Id), outcome);
    }

    [Theory]
    [InlineData(5)]
    [InlineData(60)]
    public async Task Too_many_requests_is_retried_a_second_later_than_asked(int seconds)
    {
        // Arrange
        _telegram.Server.Faults.Next("sendMessage", FakeFault.TooManyRequests(seconds));

        // Act
        var outcome = await _telegram.SendAsync();

        // Assert
        Assert.Equal(new SendOutcome.Retry(_telegram.Clock.UtcNow.AddSeconds(seconds + 1)), outcome);
    }

    [Theory]
    [InlineData(403, "Forbidden: bot was blocked by the user", true)]
    [InlineData(403, "Forbidden: user is deactivated", true)]
    [InlineData(403, "Forbidden: bot can't initiate conversation with a user", true)]
    [InlineData(400, "Bad Request: chat not found", true)]
    [InlineData(400, "Bad Request: group chat was upgraded to a supergroup chat", true)]
    [InlineData(400, "Bad Request: BUTTON_DATA_INVALID", false)]
    [InlineData(400, "Bad Request: message is too long", false)]
    [InlineData(413, "Request Entity Too Large", false)]
    public async Task A_refusal_is_permanent_and_tells_whether_the_person_is_gone(int code, string description, bool gone)
    {
        // Arrange
        _telegram.Server.Faults.Next("sendMessage", FakeFault.Refusal(code, description));

        // Act
        var outcome = await _telegram.SendAsync();

        // Assert
        Assert.Equal(new SendOutcome.Permanent(code, description, gone), outcome);
    }

    [Fact]
    public async Task Without_fault_switches_a_stranger_is_not_found_and_a_blocked_bot_is_refused()
    {
        // Arrange
        await _telegram.Server.Phone(1).BlocksAsync();

        // Act
        var blocked = await _telegram.Client.SendMessageAsync(new SendMessageRequest { ChatId = 1, Text = "Halo" }, CancellationToken.None);
        var stranger = await _telegram.Client.SendMessageAsync(new SendMessageRequest { ChatId = 2, Text = "Halo" }, CancellationToken.None);

        // Assert
        Assert.True(Assert.IsType<SendOutcome.Permanent>(blocked).Unreachable);
        Assert.True(Assert.IsType<SendOutcome.Permanent>(stranger).Unreachable);
    }

    [Theory]
    [InlineData(401, "Unauthorized")]
    [InlineData(404, "Not Found")]
    public async Task A_refused_token_breaks_the_bot_and_not_the_message(int code, string description)
    {
        // Arrange
        _telegram.Server.Faults.Next("sendMessage", FakeFault.Refusal(code, description));

        // Act
        var outcome = await _telegram.SendAsync();

        // Assert
        Assert.Equal(new SendOutcome.BotBroken(code), outcome);
    }

    public static TheoryData<string, FakeFault> PerhapsSent() => new()
    {
        { "500", FakeFault.ServerError },
        { "502 from a proxy", FakeFault.Html(502) },
        { "200 from a proxy", FakeFault.Html(200) },
        { "half an answer", FakeFault.TruncatedJson },
        { "refused without a code", FakeFault.OkFalseWithoutCode },
        { "reset before", FakeFault.ResetBeforeAccept },
        { "reset after", FakeFault.ResetAfterAccept },
    };

    [Theory]
    [MemberData(nameof(PerhapsSent))]
    public async Task Where_nobody_can_know_the_outcome_is_unknown(string what, FakeFault fault)
    {
        // Arrange
        _telegram.Server.Faults.Next("sendMessage", fault);

        // Act
        var outcome = await _telegram.SendAsync();

        // Assert
        Assert.True(outcome is SendOutcome.Unknown, $"{what}: {outcome}");
    }

    [Fact]
    public async Task A_reset_after_the_message_was_taken_leaves_it_with_the_person()
    {
        // Arrange
        _telegram.Server.Faults.Next("sendMessage", FakeFault.ResetAfterAccept);

        // Act
        await _telegram.SendAsync("Sudah sampai");

        // Assert
        Assert.Equal("Sudah sampai", (await _telegram.Server.Phone().HearsAsync()).Text);
    }

    [Fact]
    public async Task An_answer_that_does_not_come_in_time_is_unknown()
    {
        // Arrange
        _telegram.Server.Phone();
        _telegram.Server.Faults.Next("sendMessage", FakeFault.HangAfterAccept);

        // Act
        var sending = _telegram.SendAsync();
        await _telegram.Server.Phone().HearsAsync();
        _telegram.Clock.Advance(TelegramTransport.CallLimit);

        // Assert
        Assert.Equal(new SendOutcome.Unknown("no answer in time"), await sending);
    }

    [Theory]
    [InlineData("http://127.0.0.1:1")]
    [InlineData("https://slrt-bot.invalid")]
    public async Task What_never_left_the_host_may_be_repeated_safely(string nobodyThere)
    {
        // Arrange
        await using var telegram = await TestTelegram.StartAtAsync(nobodyThere);

        // Act
        var outcome = await telegram.SendAsync();

        // Assert
        Assert.IsType<SendOutcome.SafeRetry>(outcome);
    }

    [Fact]
    public async Task A_server_without_the_expected_certificate_has_seen_nothing()
    {
        // Arrange
        await using var telegram = await TestTelegram.StartAtAsync(_telegram.Server.ApiBaseUrl.Replace("http://", "https://", StringComparison.Ordinal));

        // Act
        var outcome = await telegram.SendAsync();

        // Assert
        Assert.Equal(new SendOutcome.SafeRetry("no secure connection"), outcome);
    }

    [Theory]
    [InlineData(301)]
    [InlineData(400)]
    [InlineData(403)]
    [InlineData(407)]
    public async Task What_a_proxy_refuses_has_not_been_sent(int status)
    {
        // Arrange
        _telegram.Server.Faults.Next("sendMessage", FakeFault.Html(status));

        // Act
        var outcome = await _telegram.SendAsync();

        // Assert
        Assert.IsType<SendOutcome.SafeRetry>(outcome);
    }

    [Fact]
    public async Task A_message_that_the_api_has_only_scheduled_counts_as_sent()
    {
        // Arrange
        _telegram.Server.Faults.Next("sendMessage", FakeFault.MessageIdZero);

        // Act
        var outcome = await _telegram.SendAsync();

        // Assert
        Assert.Equal(new SendOutcome.Sent(0), outcome);
    }

    public static TheoryData<string> UnreadableAnswers() =>
    [
        """{"ok":true,"result":{"message_id":5,"date":1,"reply_to_message":{"message_id":4,"forward_origin":{"type":"of next year"}}}}""",
        """{"ok":true,"result":{"message_id":5,"date":99999999999999}}""",
        """{"ok":true,"result":{"message_id":"five"}}""",
        """{"ok":true,"result":true}""",
        """{"ok":true}""",
    ];

    /// <summary>The message was taken: sending it again would make two of it.</summary>
    [Theory]
    [MemberData(nameof(UnreadableAnswers))]
    public async Task A_message_whose_answer_cannot_be_read_counts_as_sent(string answer)
    {
        // Arrange
        _telegram.Server.Faults.Next("sendMessage", FakeFault.Answer(200, answer));

        // Act
        var outcome = await _telegram.SendAsync();

        // Assert
        Assert.Equal(new SendOutcome.Sent(answer.Contains("\"message_id\":5", StringComparison.Ordinal) ? 5 : 0), outcome);
    }

    [Fact]
    public async Task A_pause_that_only_the_header_asks_for_is_kept()
    {
        // Arrange
        _telegram.Server.Faults.Next("sendMessage", FakeFault.Busy(42));

        // Act
        var outcome = await _telegram.SendAsync();

        // Assert
        Assert.Equal(new SendOutcome.Retry(_telegram.Clock.UtcNow.AddSeconds(43)), outcome);
    }

    [Fact]
    public async Task Only_the_callers_own_cancellation_is_thrown()
    {
        // Arrange
        using var stopping = new CancellationTokenSource();
        _telegram.Server.Phone();
        _telegram.Server.Faults.Next("sendMessage", FakeFault.HangAfterAccept);

        // Act
        var sending = _telegram.Client.SendMessageAsync(
            new SendMessageRequest { ChatId = _telegram.Server.Phone().Id, Text = "Halo" }, stopping.Token);
        await _telegram.Server.Phone().HearsAsync();
        await stopping.CancelAsync();
        var thrown = await Record.ExceptionAsync(() => sending);

        // Assert
        Assert.DoesNotContain(_telegram.Server.Token, Assert.IsType<OperationCanceledException>(thrown).ToString(), StringComparison.Ordinal);
    }
}
