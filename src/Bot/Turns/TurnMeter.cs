using System.Diagnostics.Metrics;

namespace SlrtBot.Bot.Turns;

/// <summary>How long residents' messages take from the row to the committed reply, and how many turns broke.</summary>
internal static class TurnMeter
{
    private static readonly Meter Meter = new("SlrtBot");

    private static readonly Histogram<double> Durations = Meter.CreateHistogram<double>(
        "slrt_turn_duration_seconds", description: "A turn with its save; a look that found nothing new counts too.");

    private static readonly Counter<long> Failures = Meter.CreateCounter<long>(
        "slrt_turns_failed_total", description: "Turns that broke and are tried again or parked.");

    public static void Record(TimeSpan took) => Durations.Record(took.TotalSeconds);

    public static void CountFailed() => Failures.Add(1);
}
