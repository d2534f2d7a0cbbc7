using System.Diagnostics.Metrics;

namespace SlrtBot.Bot.Protocol;

/// <summary>Fields that came in a shape that nobody expected: the message was read without them, but somebody should know.</summary>
internal static class ProtocolMeter
{
    private static readonly Meter Meter = new("SlrtBot");

    /// <summary>Tags <c>channel</c>, and <c>field</c>: its name where the protocol has it, else other.</summary>
    private static readonly Counter<long> LeftOut = Meter.CreateCounter<long>("slrt_channel_fields_left_out_total");

    public static void CountLeftOut(string channel, string field) => LeftOut.Add(
        1, KeyValuePair.Create<string, object?>("channel", channel), KeyValuePair.Create<string, object?>("field", field));
}
