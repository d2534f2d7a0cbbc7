using SlrtBot.Bot.Telegram;
using SlrtBot.TestKit.FakeTelegram;
using Xunit;

namespace SlrtBot.Bot.Tests.Telegram;

/// <summary>The token is part of every address, so it can leak wherever an address or an exception is written down.</summary>
public sealed class TelegramSecrecyTests
{
    [Fact]
    public async Task A_refusal_that_quotes_the_address_is_scrubbed()
    {
        // Arrange
        await using var telegram = await TestTelegram.StartAsync();
        telegram.Server.Faults.Next("sendMessage", FakeFault.Refusal(400, $"Bad Request: cannot open https://api.telegram.org/bot{telegram.Server.Token}/sendMessage now"));

        // Act
        var outcome = await telegram.SendAsync();

        // Assert
        var refusal = Assert.IsType<SendOutcome.Permanent>(outcome);
        Assert.DoesNotContain(telegram.Server.Token, refusal.Reason, StringComparison.Ordinal);
        Assert.Equal("Bad Request: cannot open https://api.telegram.org/bot***/sendMessage now", refusal.Reason);
    }

    [Fact]
    public async Task No_trace_activity_is_made_of_a_call()
    {
        // Arrange
        await using var telegram = await TestTelegram.StartAsync();
        var seen = new List<string>();
        using var listener = new System.Diagnostics.ActivityListener
        {
            ShouldListenTo = source => source.Name.StartsWith("System.Net.Http", StringComparison.Ordinal),
            Sample = (ref System.Diagnostics.ActivityCreationOptions<System.Diagnostics.ActivityContext> _) =>
                System.Diagnostics.ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
            {
                var address = activity.TagObjects.FirstOrDefault(t => t.Key == "url.full").Value as string ?? "";
                lock (seen)
                {
                    seen.Add(address);
                }
            },
        };
        System.Diagnostics.ActivitySource.AddActivityListener(listener);

        // Act
        await telegram.SendAsync();

        // Assert
        lock (seen)
        {
            Assert.DoesNotContain(seen, address => address.Contains(telegram.Server.Token, StringComparison.Ordinal));
        }
    }
}
