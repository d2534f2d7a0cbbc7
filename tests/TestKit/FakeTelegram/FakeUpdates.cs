using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace SlrtBot.TestKit.FakeTelegram;

/// <summary>How an update left: its id, and what the webhook answered where there is one.</summary>
public sealed record FakeDelivery(long UpdateId, HttpStatusCode? Status);

/// <summary>Updates on their way to the bot: kept for getUpdates, or posted to a webhook.</summary>
public sealed class FakeUpdates
{
    private readonly Lock _gate = new();
    private readonly SortedDictionary<long, string> _pending = [];
    private TaskCompletionSource _arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TaskCompletionSource _timeUp = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TaskCompletionSource _polled = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private CancellationTokenSource? _poller;
    private long _lastId = 870_000_000;
    private HttpClient? _webhook;
    private Uri? _address;
    private string? _secret;

    public int Pending
    {
        get
        {
            lock (_gate)
            {
                return _pending.Count;
            }
        }
    }

    /// <summary>What setWebhook was told; getUpdates conflicts with it.</summary>
    public string WebhookUrl { get; internal set; } = "";

    /// <summary>Completes when a poller has nothing to fetch and waits.</summary>
    public Task IsWaitedForAsync()
    {
        lock (_gate)
        {
            if (_poller is null || _pending.Count > 0)
            {
                _polled = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            }

            return _polled.Task;
        }
    }

    /// <summary>The waiting poller gets its empty answer now, as if its time were up.</summary>
    public void AnswersNothing()
    {
        lock (_gate)
        {
            _timeUp.TrySetResult();
        }
    }

    /// <summary>Telegram numbers on from anywhere after a week without messages.</summary>
    public void GoesOnFrom(long updateId) => Interlocked.Exchange(ref _lastId, updateId);

    /// <summary>From now on updates are posted there instead of waiting for getUpdates.</summary>
    public void UseWebhook(HttpClient client, string? secret, string path = "/webhooks/telegram")
    {
        _webhook = client;
        _secret = secret;
        _address = new Uri(path, UriKind.RelativeOrAbsolute);
    }

    /// <summary>Gives the update the next id, unless it brings one, and sends it on its way.</summary>
    public async Task<FakeDelivery> PushAsync(JsonObject update)
    {
        var id = update["update_id"]?.GetValue<long>() ?? Interlocked.Increment(ref _lastId);
        update["update_id"] = id;
        var json = update.ToJsonString();
        if (_webhook is not null)
        {
            return new FakeDelivery(id, await PostAsync(json));
        }

        lock (_gate)
        {
            _pending[id] = json;
            _arrived.TrySetResult();
        }

        return new FakeDelivery(id, null);
    }

    /// <summary>Posts these bytes to the webhook as Telegram would, whatever they are.</summary>
    public async Task<HttpStatusCode> PostAsync(string json)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, _address);
        request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(json));
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        if (_secret is not null)
        {
            request.Headers.Add("X-Telegram-Bot-Api-Secret-Token", _secret);
        }

        using var response = await _webhook!.SendAsync(request);
        return response.StatusCode;
    }

    internal async Task<FakeAnswer> GetAsync(JsonObject body, CancellationToken ct)
    {
        if (WebhookUrl.Length > 0)
        {
            return FakeAnswer.Refuse(409, "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first");
        }

        var seconds = Math.Clamp((int)(Number(body, "timeout") ?? 0), 0, 50);
        using var mine = CancellationTokenSource.CreateLinkedTokenSource(ct);
        lock (_gate)
        {
            _poller?.Cancel();
            _poller = mine;
            foreach (var confirmed in _pending.Keys.Where(id => id < (Number(body, "offset") ?? 0)).ToList())
            {
                _pending.Remove(confirmed);
            }
        }

        try
        {
            return await WaitAsync((int)(Number(body, "limit") ?? 100), TimeSpan.FromSeconds(seconds), mine.Token);
        }
        catch (OperationCanceledException)
        {
            return FakeAnswer.Refuse(409, "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running");
        }
        finally
        {
            lock (_gate)
            {
                _poller = _poller == mine ? null : _poller;
            }
        }
    }

    private async Task<FakeAnswer> WaitAsync(int limit, TimeSpan timeout, CancellationToken ct)
    {
        Task arrived, timeUp;
        lock (_gate)
        {
            if (_pending.Count > 0)
            {
                return FakeAnswer.Of(new JsonArray([.. _pending.Values.Take(limit).Select(json => JsonNode.Parse(json))]));
            }

            _arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            arrived = _arrived.Task;
            _timeUp = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            timeUp = _timeUp.Task;
            _polled.TrySetResult();
        }

        var first = await Task.WhenAny(arrived, timeUp, Task.Delay(timeout, ct));
        ct.ThrowIfCancellationRequested();
        return first == arrived ? await WaitAsync(limit, timeout, ct) : FakeAnswer.Of(new JsonArray());
    }

    private static long? Number(JsonObject body, string name) =>
        body[name] is { } node && long.TryParse(node.ToString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var n) ? n : null;
}
