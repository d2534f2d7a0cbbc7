using System.Net;
using System.Net.Http.Headers;
using SlrtBot.Core.Files;

namespace SlrtBot.Bot.BotFramework;

/// <summary>
/// Files that channels name by address: fetched from allowed hosts only, with the bot's token only where the address is
/// the conversation's own service; or brought along in the address itself.
/// </summary>
internal sealed class BotFrameworkFiles(GuardedLine line, ConnectorToken token, BotFrameworkOptions options, TimeProvider clock) : IFileSource
{
    private const int Longest = 20 * 1024 * 1024;
    private const string DataScheme = "data:";

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan PauseUnlessAsked = TimeSpan.FromSeconds(30);

    public string Scheme => ActivityParts.FileScheme;

    public async Task<FetchedFile> FetchAsync(string address, CancellationToken cancellationToken)
    {
        var isOwn = address.StartsWith(ActivityParts.OwnFileScheme, StringComparison.Ordinal);
        var place = address[(isOwn ? ActivityParts.OwnFileScheme : Scheme).Length..];
        if (place.StartsWith(DataScheme, StringComparison.OrdinalIgnoreCase))
        {
            return Decode(place);
        }

        if (!options.AllowedServiceHosts.Allows(place, out var uri))
        {
            return new FetchedFile(FetchResult.Gone);
        }

        using var deadline = new CancellationTokenSource(Limit, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        try
        {
            return await FetchAsync(uri!, isOwn && options.IsOn, either.Token);
        }
        catch (Exception trouble) when (trouble is HttpRequestException or IOException
            || (trouble is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return new FetchedFile(FetchResult.Failed);
        }
    }

    private async Task<FetchedFile> FetchAsync(Uri address, bool isOwn, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (isOwn && (await token.GetAsync(null, cancellationToken)).Value is { } own)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", own);
        }

        using var response = await line.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        if (response.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable)
        {
            return new FetchedFile(
                FetchResult.Later, NotBefore: clock.GetUtcNow().UtcDateTime + (response.Headers.RetryAfter?.Delta ?? PauseUnlessAsked));
        }

        if (!response.IsSuccessStatusCode)
        {
            // Some services name a file before they have it.
            return new FetchedFile((int)response.StatusCode is >= 500 or 401 or 404 ? FetchResult.Failed : FetchResult.Gone);
        }

        if (response.Content.Headers.ContentLength > Longest)
        {
            return new FetchedFile(FetchResult.TooLarge);
        }

        await using var source = await response.Content.ReadAsStreamAsync(cancellationToken);
        return await ReadAsync(source, cancellationToken);
    }

    private static async Task<FetchedFile> ReadAsync(Stream source, CancellationToken cancellationToken)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[81920];
        while (await source.ReadAsync(buffer, cancellationToken) is > 0 and var read)
        {
            bytes.Write(buffer, 0, read);
            if (bytes.Length > Longest)
            {
                return new FetchedFile(FetchResult.TooLarge);
            }
        }

        return new FetchedFile(FetchResult.Fetched, bytes.ToArray());
    }

    /// <summary><c>data:image/png;base64,…</c>, as emulators and small clients send pictures.</summary>
    private static FetchedFile Decode(string place)
    {
        var comma = place.IndexOf(',', StringComparison.Ordinal);
        var bytes = new byte[Math.Max(0, (place.Length - comma) * 3 / 4)];
        return comma > 0
            && place[..comma].EndsWith(";base64", StringComparison.OrdinalIgnoreCase)
            && Convert.TryFromBase64String(place[(comma + 1)..], bytes, out var count)
                ? new FetchedFile(FetchResult.Fetched, bytes[..count])
                : new FetchedFile(FetchResult.Gone);
    }
}
