using System.Runtime.CompilerServices;
using Telegram.Bot;
using Telegram.Bot.Args;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Requests;
using Telegram.Bot.Requests.Abstractions;

namespace SlrtBot.Bot.Telegram;

/// <summary>
/// One call of Telegram.Bot, made once: it repeats nothing by itself, since the outbox does. The token is part of every
/// address, so no exception of a call ever leaves here: they become outcomes. Only the caller's own cancellation is thrown.
/// </summary>
public sealed class TelegramTransport
{
    /// <summary>For anything but long polling; shorter than the lease of an outbox row.</summary>
    public static readonly TimeSpan CallLimit = TimeSpan.FromSeconds(20);

    private readonly TimeProvider _clock;
    private readonly TelegramBotClient? _bot;

    /// <summary>What Retry-After said, by request: exceptions of the library keep no headers.</summary>
    private readonly ConditionalWeakTable<IRequest, object> _asked = [];

    public TelegramTransport(HttpClient http, TelegramOptions options, TimeProvider clock)
    {
        _clock = clock;
        if (options.IsOn)
        {
            _bot = new TelegramBotClient(
                new TelegramBotClientOptions(options.BotToken!, options.ApiBaseUrl) { RetryCount = 0, RetryThreshold = 0 }, http);
            _bot.OnApiResponseReceived += NoteRetryAfter;
        }
    }

    private TelegramBotClient Bot => _bot ?? throw new InvalidOperationException("Telegram is off.");

    public Task<TelegramAnswer<T>> CallAsync<T>(RequestBase<T> request, CancellationToken ct) => CallAsync(request, CallLimit, ct);

    public async Task<TelegramAnswer<T>> CallAsync<T>(RequestBase<T> request, TimeSpan limit, CancellationToken ct)
    {
        using var deadline = new CancellationTokenSource(limit, _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, ct);
        try
        {
            return new TelegramAnswer<T>(await Bot.SendRequest(request, either.Token), null);
        }
        catch (Exception failure) when (IsOfACall(failure))
        {
            return new TelegramAnswer<T>(default, Outcome(failure, request, deadline.IsCancellationRequested, ct));
        }
    }

    /// <summary>A file's bytes go to <paramref name="destination"/> as far as <paramref name="longest"/> allows.</summary>
    /// <returns>How many bytes; <see cref="SendOutcome.Permanent"/> with code 413 where there are too many.</returns>
    public async Task<TelegramAnswer<long>> DownloadAsync(
        string filePath, Stream destination, long longest, TimeSpan limit, CancellationToken ct)
    {
        using var deadline = new CancellationTokenSource(limit, _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, ct);
        await using var bounded = new BoundedStream(destination, longest);
        try
        {
            await Bot.DownloadFile(string.Join('/', filePath.Split('/').Select(Uri.EscapeDataString)), bounded, either.Token);
            return new TelegramAnswer<long>(bounded.Length, null);
        }
        catch (Exception failure) when (TelegramFailures.IsTooLong(failure))
        {
            return new TelegramAnswer<long>(0, new SendOutcome.Permanent(413, "file is too big", Unreachable: false));
        }
        catch (Exception failure) when (IsOfACall(failure))
        {
            return new TelegramAnswer<long>(0, Outcome(failure, null, deadline.IsCancellationRequested, ct));
        }
    }

    private static bool IsOfACall(Exception failure) =>
        failure is RequestException or HttpRequestException or IOException or OperationCanceledException;

    /// <exception cref="OperationCanceledException">The caller's own, made anew: the other one may quote the address.</exception>
    private SendOutcome Outcome(Exception failure, IRequest? request, bool timedOut, CancellationToken ct)
    {
        var cancelled = TelegramFailures.IsCancellation(failure);
        if (cancelled && ct.IsCancellationRequested)
        {
            throw new OperationCanceledException("The call to the Bot API was cancelled.", ct);
        }

        // While a file is being read, the library wraps whatever ends it.
        if (timedOut && (cancelled || failure is not ApiRequestException))
        {
            return new SendOutcome.Unknown("no answer in time");
        }

        var asked = request is not null && _asked.TryGetValue(request, out var pause) ? (TimeSpan?)pause : null;
        return TelegramFailures.Of(failure, asked, _clock.GetUtcNow().UtcDateTime);
    }

    private ValueTask NoteRetryAfter(ITelegramBotClient bot, ApiResponseEventArgs args, CancellationToken ct)
    {
        if (args.ResponseMessage.Headers.RetryAfter?.Delta is { } pause)
        {
            _asked.AddOrUpdate(args.ApiRequestEventArgs.Request, pause);
        }

        return ValueTask.CompletedTask;
    }
}
