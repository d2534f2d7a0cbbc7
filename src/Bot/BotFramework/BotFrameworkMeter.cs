using System.Diagnostics.Metrics;

namespace SlrtBot.Bot.BotFramework;

/// <summary>Calls that were turned away: nothing of them was stored, but somebody should know.</summary>
internal static class BotFrameworkMeter
{
    private static readonly Meter Meter = new("SlrtBot");

    /// <summary>Tag <c>reason</c>: unauthorized, malformed, too_long.</summary>
    private static readonly Counter<long> TurnedAway = Meter.CreateCounter<long>("slrt_botframework_activities_turned_away_total");

    public static void CountTurnedAway(string reason) => TurnedAway.Add(1, KeyValuePair.Create<string, object?>("reason", reason));
}
