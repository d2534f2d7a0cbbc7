using System.Diagnostics.Metrics;

namespace SlrtBot.Bot.Telegram;

/// <summary>Updates that were acknowledged without being stored: nobody could answer them, but somebody should know.</summary>
internal static class TelegramMeter
{
    private static readonly Meter Meter = new("SlrtBot");

    /// <summary>Tag <c>reason</c>: garbage, too_long, nobody, guest.</summary>
    private static readonly Counter<long> NotStored = Meter.CreateCounter<long>("slrt_telegram_updates_not_stored_total");

    public static void CountNotStored(string reason) => NotStored.Add(1, KeyValuePair.Create<string, object?>("reason", reason));
}
