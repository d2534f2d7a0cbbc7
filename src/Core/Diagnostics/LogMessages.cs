using Microsoft.Extensions.Logging;

namespace SlrtBot.Core.Diagnostics;

/// <summary>What Core logs: ids and type names, never words of a person.</summary>
internal static partial class LogMessages
{
    [LoggerMessage(100, LogLevel.Error, "Dispatching failed: {Failure}.")]
    public static partial void DispatchFailed(this ILogger log, string failure);

    [LoggerMessage(101, LogLevel.Warning, "Message {MessageId} was not sent: {Failure}.")]
    public static partial void SendFailed(this ILogger log, Guid messageId, string failure);

    [LoggerMessage(102, LogLevel.Error, "Job {Job} failed: {Failure}.")]
    public static partial void JobFailed(this ILogger log, string job, string failure);

    [LoggerMessage(103, LogLevel.Warning, "Files wait to be fetched: {Failure}.")]
    public static partial void FilesWait(this ILogger log, string failure);

    [LoggerMessage(105, LogLevel.Warning, "File {FileId} was not erased and waits for the sweep: {Failure}.")]
    public static partial void FileNotErased(this ILogger log, Guid fileId, string failure);

    [LoggerMessage(106, LogLevel.Warning, "How the channels are doing was not written down: {Failure}.")]
    public static partial void ChannelWatchFailed(this ILogger log, string failure);

    [LoggerMessage(107, LogLevel.Warning, "Job {Job} could not handle {Row}: {Failure}.")]
    public static partial void RowFailed(this ILogger log, string job, string row, string failure);

    [LoggerMessage(108, LogLevel.Error, "Job {Job} has given up on {RowId} until somebody lets it try again: {Failure}.")]
    public static partial void RowParked(this ILogger log, string job, Guid rowId, string failure);

    [LoggerMessage(104, LogLevel.Warning, "Other processes are not heard and tried again: {Failure}.")]
    public static partial void RelayBroken(this ILogger log, string failure);
}
