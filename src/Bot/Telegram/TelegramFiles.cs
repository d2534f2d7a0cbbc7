using SlrtBot.Core.Files;

namespace SlrtBot.Bot.Telegram;

/// <summary>Files that the Bot API keeps: first the path by the id, then the bytes by the path.</summary>
internal sealed class TelegramFiles(TelegramClient client, TelegramThrottle throttle, TelegramOptions options, TimeProvider clock) : IFileSource
{
    private static readonly TimeSpan PauseWhenOff = TimeSpan.FromMinutes(10);

    public string Scheme => TelegramContents.FileScheme;

    public async Task<FetchedFile> FetchAsync(string address, CancellationToken cancellationToken)
    {
        if (!options.IsOn)
        {
            return Later(PauseWhenOff);
        }

        var file = await client.GetFileAsync(address[Scheme.Length..], cancellationToken);
        if (file.Problem is { } problem)
        {
            return Failed(problem);
        }

        using var bytes = new MemoryStream();
        var fetched = await client.DownloadFileAsync(file.Result!.FilePath ?? "", bytes, cancellationToken);
        return fetched.Problem switch
        {
            null => new FetchedFile(FetchResult.Fetched, bytes.ToArray()),

            // The file's path is over, not the token: that has just been accepted.
            SendOutcome.BotBroken { Code: 404 } => new FetchedFile(FetchResult.Failed),
            { } trouble => Failed(trouble),
        };
    }

    private FetchedFile Failed(SendOutcome problem)
    {
        switch (problem)
        {
            case SendOutcome.Retry retry:
                throttle.PauseUntil(retry.NotBefore);
                return new FetchedFile(FetchResult.Later, NotBefore: retry.NotBefore);
            case SendOutcome.BotBroken:
                return Later(PauseWhenOff);
            case SendOutcome.Permanent { Code: 413 }:
            case SendOutcome.Permanent { Reason: var reason } when reason.Contains("too big", StringComparison.OrdinalIgnoreCase):
                return new FetchedFile(FetchResult.TooLarge);
            case SendOutcome.Permanent:
                return new FetchedFile(FetchResult.Gone);
            default:
                return new FetchedFile(FetchResult.Failed);
        }
    }

    private FetchedFile Later(TimeSpan pause) => new(FetchResult.Later, NotBefore: clock.GetUtcNow().UtcDateTime + pause);
}
