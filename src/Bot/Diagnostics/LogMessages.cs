using Microsoft.Extensions.Logging;

namespace SlrtBot.Bot.Diagnostics;

/// <summary>What the bot logs: ids and type names, never words of a person.</summary>
internal static partial class LogMessages
{
    [LoggerMessage(200, LogLevel.Error, "A turn failed and was postponed: {Failure}.")]
    public static partial void TurnFailed(this ILogger log, string failure);

    [LoggerMessage(201, LogLevel.Warning, "Turns wait for the database: {Failure}.")]
    public static partial void TurnWaits(this ILogger log, string failure);
}
