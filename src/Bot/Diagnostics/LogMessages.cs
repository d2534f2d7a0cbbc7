using Microsoft.Extensions.Logging;
using SlrtBot.Core.Conversations;

namespace SlrtBot.Bot.Diagnostics;

/// <summary>What the bot logs: ids and type names, never words of a person.</summary>
internal static partial class LogMessages
{
    [LoggerMessage(200, LogLevel.Error, "A turn failed and was postponed: {Failure}.")]
    public static partial void TurnFailed(this ILogger log, string failure);

    [LoggerMessage(201, LogLevel.Warning, "Turns wait for the database: {Failure}.")]
    public static partial void TurnWaits(this ILogger log, string failure);

    [LoggerMessage(202, LogLevel.Debug, "Typing was not shown: {Failure}.")]
    public static partial void TypingNotShown(this ILogger log, string failure);

    [LoggerMessage(210, LogLevel.Error, "An update was not stored and will come again: {Failure}.")]
    public static partial void UpdateNotStored(this ILogger log, string failure);

    [LoggerMessage(211, LogLevel.Error, "Polling failed and goes on: {Failure}.")]
    public static partial void PollingFailed(this ILogger log, string failure);

    [LoggerMessage(212, LogLevel.Warning, "Channel {Channel}: {State}.")]
    public static partial void ChannelTrouble(this ILogger log, string channel, ChannelState state);
}
