using System.Diagnostics.Metrics;
using System.Text;
using SlrtBot.Bot.BotFramework;
using SlrtBot.Bot.Protocol;
using SlrtBot.Bot.Telegram;
using Xunit;

namespace SlrtBot.Bot.Tests.Wire;

/// <summary>What a channel sends in another shape is left out of the message, and counted.</summary>
public sealed class LeftOutFieldTests
{
    [Theory]
    [InlineData("\"localTimestamp\":\"\"", "localTimestamp")]
    [InlineData("\"entities\":[{\"type\":5}]", "entities")]
    [InlineData("\"from\":{\"id\":5}", "from")]
    public void An_activitys_field_is_counted_by_its_name(string odd, string field)
    {
        // Act
        var counted = Count(() => ActivityTranslation.ToActivity(
            Encoding.UTF8.GetBytes($$"""{"type":"message","channelId":"c","conversation":{"id":"1"},"text":"halo",{{odd}}}""")));

        // Assert
        Assert.Contains(("botframework", field), counted);
    }

    [Theory]
    [InlineData("\"entities\":{\"a\":1}", "entities")]
    [InlineData("\"photo\":\"foto\"", "photo")]
    public void An_updates_field_is_counted_by_its_name_in_the_message(string odd, string field)
    {
        // Act
        var counted = Count(() => TelegramTranslation.ToActivity(
            Encoding.UTF8.GetBytes($$$"""{"update_id":1,"message":{"message_id":7,"chat":{"id":5,"type":"private"},{{{odd}}},"text":"halo"}}"""),
            new ChannelAccount("1")));

        // Assert
        Assert.Contains(("telegram", field), counted);
    }

    [Fact]
    public void A_strangers_own_name_for_a_field_is_no_label()
    {
        // Act
        var counted = Count(() => ActivityTranslation.ToActivity(
            """{"type":"message","channelId":"c","conversation":{"id":"1"},"text":"halo","siti_0812":{"\ud800":1},"locale":5}"""u8.ToArray()));

        // Assert
        Assert.Contains(("botframework", "locale"), counted);
        Assert.DoesNotContain(counted, c => c.Field.Contains("siti", StringComparison.Ordinal));
    }

    private static List<(string Channel, string Field)> Count(Action act)
    {
        var counted = new List<(string, string)>();
        var thread = Environment.CurrentManagedThreadId;
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, itself) =>
        {
            if (instrument.Name == "slrt_channel_fields_left_out_total")
            {
                itself.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>((_, _, tags, _) =>
        {
            // Other tests count at the same time.
            if (Environment.CurrentManagedThreadId == thread)
            {
                counted.Add(($"{tags[0].Value}", $"{tags[1].Value}"));
            }
        });
        listener.Start();
        act();
        return counted;
    }
}
