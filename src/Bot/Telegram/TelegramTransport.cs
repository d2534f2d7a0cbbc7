using System.Net.Http.Json;
namespace SlrtBot.Bot.Telegram;

/// <summary>
/// One POST to the Bot API. The token is part of every address, so no exception of HttpClient ever leaves here:
/// they become outcomes. Only the caller's own cancellation is thrown.
/// </summary>
public sealed class TelegramTransport(HttpClient http, TelegramOptions options, TimeProvider clock)
{
    /// <summary>For anything but long polling; shorter than the lease of an outbox row.</summary>
    public static readonly TimeSpan CallLimit = TimeSpan.FromSeconds(20);

    private readonly string _root = options.ApiBaseUrl.TrimEnd('/');

    public Task<TelegramAnswer<T>> CallAsync<T>(string method, object request, CancellationToken ct) =>
        CallAsync<T>(method, request, CallLimit, ct);

    public async Task<TelegramAnswer<T>> CallAsync<T>(string method, object request, TimeSpan limit, CancellationToken ct)
    {
        using var deadline = new CancellationTokenSource(limit, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, ct);
        try
        {
            using var body = JsonContent.Create(request, request.GetType(), options: TelegramJson.Options);

            // Chunked bodies are not understood by every server that speaks the Bot API.
            await body.LoadIntoBufferAsync(either.Token);
            using var response = await http.PostAsync(new Uri($"{_root}/bot{options.BotToken}/{method}"), body, either.Token);
            return await TelegramAnswerReader.ReadAsync<T>(response, clock.GetUtcNow().UtcDateTime, either.Token);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            throw new OperationCanceledException("The call to the Bot API was cancelled.", ct);
        }
        catch (Exception problem) when (problem is HttpRequestException or IOException or OperationCanceledException)
        {
            return new TelegramAnswer<T>(default, Outcome(problem, deadline.IsCancellationRequested));
        }
    }

    /// <summary>A file's bytes go to <paramref name="destination"/> as far as <paramref name="longest"/> allows.</summary>
    /// <returns>How many bytes; more than <paramref name="longest"/> where the file is too long.</returns>
    public async Task<TelegramAnswer<long>> DownloadAsync(
        string filePath,
        Stream destination,
        long longest,
        TimeSpan limit,
        CancellationToken ct)
    {
        using var deadline = new CancellationTokenSource(limit, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, ct);
        var path = string.Join('/', filePath.Split('/').Select(Uri.EscapeDataString));
        try
        {
            var address = new Uri($"{_root}/file/bot{options.BotToken}/{path}");
            using var response = await http.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, either.Token);
            if (!response.IsSuccessStatusCode)
            {
                var answer = await TelegramAnswerReader.ReadAsync<object>(response, clock.GetUtcNow().UtcDateTime, either.Token);
                return new TelegramAnswer<long>(0, answer.Problem ?? new SendOutcome.Unknown("unreadable answer"));
            }

            if (response.Content.Headers.ContentLength is { } announced && announced > longest)
            {
                return new TelegramAnswer<long>(announced, null);
            }

            await using var source = await response.Content.ReadAsStreamAsync(either.Token);
            return new TelegramAnswer<long>(await CopyAsync(source, destination, longest, either.Token), null);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            throw new OperationCanceledException("The download was cancelled.", ct);
        }
        catch (Exception problem) when (problem is HttpRequestException or IOException or OperationCanceledException)
        {
            return new TelegramAnswer<long>(0, Outcome(problem, deadline.IsCancellationRequested));
        }
    }

    private static async Task<long> CopyAsync(Stream source, Stream destination, long longest, CancellationToken ct)
    {
        var buffer = new byte[81920];
        var total = 0L;
        while (await source.ReadAsync(buffer, ct) is > 0 and var read)
        {
            total += read;
            if (total > longest)
            {
                break;
            }

            await destination.WriteAsync(buffer.AsMemory(0, read), ct);
        }

        return total;
    }

    private static SendOutcome Outcome(Exception problem, bool timedOut) => problem switch
    {
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } => new SendOutcome.SafeRetry("name not resolved"),
        HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError } => new SendOutcome.SafeRetry("no connection"),
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } => new SendOutcome.SafeRetry("no secure connection"),
        HttpRequestException { HttpRequestError: HttpRequestError.ProxyTunnelError } => new SendOutcome.SafeRetry("no way through the proxy"),
        OperationCanceledException when timedOut => new SendOutcome.Unknown("no answer in time"),

        // Neither the caller nor the deadline: the handler's own limit on connecting.
        OperationCanceledException => new SendOutcome.SafeRetry("no connection in time"),
        _ => new SendOutcome.Unknown("connection lost"),
    };
}
