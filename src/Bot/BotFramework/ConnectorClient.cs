using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using SlrtBot.Bot.Protocol;
using SlrtBot.Core.Notifications;

namespace SlrtBot.Bot.BotFramework;

/// <summary>
/// The calls of the Bot Connector REST API v3 that this bot makes, to whichever service a conversation belongs to. No
/// exception of HttpClient leaves here: they become outcomes.
/// </summary>
internal sealed class ConnectorClient(GuardedLine line, ConnectorToken token, BotFrameworkOptions options, TimeProvider clock)
{
    /// <summary>Shorter than the lease of an outbox row.</summary>
    private static readonly TimeSpan CallLimit = TimeSpan.FromSeconds(20);

    /// <summary>No such conversation, or no such message in it.</summary>
    private const string Gone = "gone";

    private static readonly Delivery NowhereToSend = new(DeliveryResult.Refused, ErrorCode: "service_not_allowed");

    /// <summary>As an answer to the activity that it names in <see cref="Activity.ReplyToId"/>, else as a message of its own.</summary>
    public Task<Delivery> SendAsync(Activity activity, CancellationToken cancellationToken) =>
        CallAsync(HttpMethod.Post, AddressOf(activity, "activities", activity.ReplyToId), activity, cancellationToken);

    /// <summary>A message of ours takes another text.</summary>
    public Task<Delivery> UpdateAsync(string id, Activity activity, CancellationToken cancellationToken) =>
        CallAsync(HttpMethod.Put, AddressOf(activity, "activities", id), activity, cancellationToken);

    /// <summary>A message of ours goes; one that is gone already counts as gone.</summary>
    /// <param name="to">Any activity of ours to that conversation.</param>
    public async Task<Delivery> DeleteAsync(string id, Activity to, CancellationToken cancellationToken)
    {
        var delivery = await CallAsync(HttpMethod.Delete, AddressOf(to, "activities", id), null, cancellationToken);
        return delivery is { Result: DeliveryResult.Unreachable, ErrorCode: Gone } ? new Delivery(DeliveryResult.Sent) : delivery;
    }

    /// <summary>Leaves a file with the service, for an activity that names it: what is too long to travel inside one.</summary>
    /// <param name="to">Any activity of ours to that conversation.</param>
    /// <returns>With the attachment's id as <see cref="Delivery.ProviderMessageId"/>; its address is <see cref="AttachmentAddress"/>.</returns>
    public Task<Delivery> UploadAsync(AttachmentData file, Activity to, CancellationToken cancellationToken) =>
        CallAsync(HttpMethod.Post, AddressOf(to, "attachments"), file, cancellationToken);

    /// <summary>Where the service hands out what was left with it.</summary>
    public static string AttachmentAddress(Activity to, string attachmentId) =>
        $"{to.ServiceUrl!.TrimEnd('/')}/v3/attachments/{Uri.EscapeDataString(attachmentId)}/views/original";

    private async Task<Delivery> CallAsync(HttpMethod method, Uri? address, object? body, CancellationToken cancellationToken)
    {
        if (address is null)
        {
            return NowhereToSend;
        }

        using var deadline = new CancellationTokenSource(CallLimit, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        try
        {
            return await TryAsync(method, address, body, either.Token);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception problem) when (problem is HttpRequestException or IOException or OperationCanceledException)
        {
            return Outcome(problem, deadline.IsCancellationRequested);
        }
    }

    private async Task<Delivery> TryAsync(HttpMethod method, Uri address, object? body, CancellationToken cancellationToken)
    {
        string? refused = null;
        while (true)
        {
            var own = options.IsOn ? await token.GetAsync(refused, cancellationToken) : null;
            if (own is { Value: null })
            {
                return own.IsRefused
                    ? new Delivery(DeliveryResult.ChannelDown, ErrorCode: "password_refused")
                    : new Delivery(DeliveryResult.NotSent, ErrorCode: "no_token");
            }

            using var request = new HttpRequestMessage(method, address);
            request.Headers.Authorization = own is null ? null : new AuthenticationHeaderValue("Bearer", own.Value);
            if (body is not null)
            {
                request.Content = JsonContent.Create(body, body.GetType(), options: ProtocolJson.Options);

                // Chunked bodies are not understood by every service that speaks the protocol.
                await request.Content.LoadIntoBufferAsync(cancellationToken);
            }

            using var response = await line.Http.SendAsync(request, cancellationToken);
            if (response.StatusCode == HttpStatusCode.Unauthorized && own is not null && refused is null)
            {
                refused = own.Value;
                continue;
            }

            return await ReadAsync(response, cancellationToken);
        }
    }

    /// <param name="kind">activities or attachments.</param>
    /// <returns>Null where there is no such address, or it may not be called.</returns>
    private Uri? AddressOf(Activity to, string kind, string? id = null)
    {
        if (to.Conversation?.Id is not { Length: > 0 } conversation || IsStep(conversation) || IsStep(id)
            || !options.AllowedServiceHosts.Allows(to.ServiceUrl))
        {
            return null;
        }

        var path = $"{to.ServiceUrl!.TrimEnd('/')}/v3/conversations/{Uri.EscapeDataString(conversation)}/{kind}";
        return new Uri(id is null ? path : $"{path}/{Uri.EscapeDataString(id)}");
    }

    /// <summary>An id that would lead to another address.</summary>
    private static bool IsStep(string? id) => id is "." or "..";

    private async Task<Delivery> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var code = (int)response.StatusCode;
        return code switch
        {
            < 300 => new Delivery(DeliveryResult.Sent, await IdAsync(response, cancellationToken)),
            401 => new Delivery(DeliveryResult.ChannelDown, ErrorCode: "token_refused"),
            404 or 410 => new Delivery(DeliveryResult.Unreachable, ErrorCode: Gone),
            403 => new Delivery(DeliveryResult.Unreachable, ErrorCode: "unreachable"),
            412 or 429 => Later(response, TimeSpan.FromSeconds(5)),
            503 => Later(response, TimeSpan.FromSeconds(15)),
            >= 500 when response.Headers.RetryAfter is not null => Later(response, TimeSpan.Zero),
            >= 500 => new Delivery(DeliveryResult.Unknown, ErrorCode: $"http_{code}"),
            _ => new Delivery(DeliveryResult.Refused, ErrorCode: $"refused_{code}"),
        };
    }

    private Delivery Later(HttpResponseMessage response, TimeSpan unlessAsked)
    {
        var now = clock.GetUtcNow();
        var asked = response.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - now,
            _ => unlessAsked,
        };
        var pause = TimeSpan.FromSeconds(Math.Clamp(asked.TotalSeconds, 1, TimeSpan.FromHours(1).TotalSeconds));
        return new Delivery(DeliveryResult.Later, NotBefore: (now + pause).UtcDateTime);
    }

    /// <summary>Null where the channel gives none: it arrives, but cannot be changed later.</summary>
    private static async Task<string?> IdAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            using var answer = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(cancellationToken));
            return answer.RootElement.ValueKind == JsonValueKind.Object
                && answer.RootElement.TryGetProperty("id", out var id)
                && id.ValueKind == JsonValueKind.String
                    ? id.GetString()
                    : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static Delivery Outcome(Exception problem, bool timedOut) => problem switch
    {
        HttpRequestException
        {
            HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError
        }
            => new Delivery(DeliveryResult.NotSent, ErrorCode: "no_connection"),

        // Neither the caller nor the deadline: the handler's own limit on connecting.
        OperationCanceledException when !timedOut => new Delivery(DeliveryResult.NotSent, ErrorCode: "no_connection"),
        OperationCanceledException => new Delivery(DeliveryResult.Unknown, ErrorCode: "no_answer"),
        _ => new Delivery(DeliveryResult.Broken, ErrorCode: "no_answer"),
    };
}
