using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace SlrtBot.TestKit.FakeTelegram;

/// <summary>How a call goes wrong.</summary>
/// <param name="Accepts">The method does its work first: the person sees the message although the answer is lost.</param>
public sealed record FakeFault(bool Accepts, Func<HttpContext, FakeAnswer?, Task> WriteAsync)
{
    public static FakeFault Blocked { get; } = Refusal(403, "Forbidden: bot was blocked by the user");

    public static FakeFault Deactivated { get; } = Refusal(403, "Forbidden: user is deactivated");

    public static FakeFault Unauthorized { get; } = Refusal(401, "Unauthorized");

    public static FakeFault Conflict { get; } = Refusal(
        409,
        "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running");

    public static FakeFault ServerError { get; } = Refusal(500, "Internal Server Error");

    /// <summary>Refused, but nobody says why.</summary>
    public static FakeFault OkFalseWithoutCode { get; } = new(false, (http, _) => TextAsync(http, 200, "application/json", """{"ok":false}"""));

    /// <summary>The answer ends in the middle, although the message was sent.</summary>
    public static FakeFault TruncatedJson { get; } = new(true, (http, _) => TextAsync(http, 200, "application/json", """{"ok":true,"result":{"message_"""));

    public static FakeFault MessageIdZero { get; } = new(true, (http, _) => TextAsync(http, 200, "application/json", """{"ok":true,"result":{"message_id":0}}"""));

    /// <summary>No answer until the caller gives up.</summary>
    public static FakeFault Hang { get; } = new(false, (http, _) => UntilAbortedAsync(http));

    /// <summary>The message is sent, then nothing is heard until the caller gives up.</summary>
    public static FakeFault HangAfterAccept { get; } = new(true, (http, _) => UntilAbortedAsync(http));

    public static FakeFault ResetBeforeAccept { get; } = new(false, (http, _) => Abort(http));

    public static FakeFault ResetAfterAccept { get; } = new(true, (http, _) => Abort(http));

    public static FakeFault Refusal(int code, string description) =>
        new(false, (http, _) => FakeAnswer.Refuse(code, description).WriteAsync(http));

    public static FakeFault TooManyRequests(int retryAfter) =>
        new(false, (http, _) => FakeAnswer.Refuse(429, $"Too Many Requests: retry after {retryAfter}", retryAfter).WriteAsync(http));

    /// <summary>What a proxy in between answers.</summary>
    public static FakeFault Html(int status) =>
        new(false, (http, _) => TextAsync(http, status, "text/html", "<html><body>proxy</body></html>"));

    /// <summary>What a proxy in between answers that has too much to do: only its header says for how long.</summary>
    public static FakeFault Busy(int retryAfter) => new(false, (http, _) =>
    {
        http.Response.Headers.RetryAfter = retryAfter.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return TextAsync(http, 429, "text/html", "<html><body>proxy</body></html>");
    });

    /// <summary>The message is sent, and this is answered.</summary>
    public static FakeFault Answer(int status, string json) => new(true, (http, _) => TextAsync(http, status, "application/json", json));

    private static Task TextAsync(HttpContext http, int status, string contentType, string body) =>
        FakeAnswer.WriteAsync(http, status, contentType, Encoding.UTF8.GetBytes(body));

    private static Task Abort(HttpContext http)
    {
        http.Abort();
        return Task.CompletedTask;
    }

    private static async Task UntilAbortedAsync(HttpContext http)
    {
        var aborted = new TaskCompletionSource();
        await using var registration = http.RequestAborted.Register(aborted.SetResult);
        await aborted.Task;
    }
}

/// <summary>Which calls go wrong, and how often.</summary>
public sealed class FakeFaults
{
    private readonly ConcurrentDictionary<string, ConcurrentQueue<FakeFault>> _next = new();
    private readonly ConcurrentDictionary<string, FakeFault> _always = new();

    /// <summary>The next <paramref name="times"/> calls of <paramref name="method"/> go wrong, in this order.</summary>
    public void Next(string method, FakeFault fault, int times = 1)
    {
        var queue = _next.GetOrAdd(method, _ => new ConcurrentQueue<FakeFault>());
        for (var i = 0; i < times; i++)
        {
            queue.Enqueue(fault);
        }
    }

    /// <summary>All calls of <paramref name="method"/> go wrong until <see cref="Clear"/>.</summary>
    public void Always(string method, FakeFault fault) => _always[method] = fault;

    public void Clear()
    {
        _next.Clear();
        _always.Clear();
    }

    internal FakeFault? Take(string method) =>
        _next.TryGetValue(method, out var queue) && queue.TryDequeue(out var fault)
            ? fault
            : _always.GetValueOrDefault(method);
}
