using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SlrtBot.Bot.Diagnostics;
using SlrtBot.Bot.Turns;

namespace SlrtBot.Bot.Telegram;

/// <summary>
/// <c>POST /webhooks/telegram</c>. Telegram repeats anything but a 2xx for a day and holds back the chat's later
/// messages meanwhile: so whatever cannot be kept is acknowledged and counted, and only a store that does not take
/// a message answers 503.
/// </summary>
public static class TelegramWebhook
{
    public const string Path = "/webhooks/telegram";
    public const string SecretHeader = "X-Telegram-Bot-Api-Secret-Token";

    private const string RetryAfterSeconds = "30";

    internal static void MapTelegramWebhook(this IEndpointRouteBuilder routes)
    {
        var options = routes.ServiceProvider.GetRequiredService<TelegramOptions>();
        if (options is { IsOn: true, Mode: TelegramMode.Webhook })
        {
            // The console's cookies, limits and pages are not asked about every update.
            routes.MapPost(Path, HandleAsync).AllowAnonymous().DisableAntiforgery().ShortCircuit();
        }
    }

    private static async Task<IResult> HandleAsync(
        HttpRequest request,
        TelegramOptions options,
        TelegramIntake intake,
        ILogger<TelegramIntake> log,
        CancellationToken cancellationToken)
    {
        if (!IsTelegram(request, options))
        {
            return Results.Unauthorized();
        }

        if (await RequestBody.ReadAsync(request, cancellationToken) is not { } body)
        {
            TelegramMeter.CountNotStored("too_long");
            return Results.Ok();
        }

        try
        {
            await intake.AcceptAsync([body], cancellationToken);
            return Results.Ok();
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            log.UpdateNotStored(failure.GetType().Name);
            request.HttpContext.Response.Headers.RetryAfter = RetryAfterSeconds;
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }
    }

    /// <summary>In constant time, whatever is sent: hashes have one length.</summary>
    private static bool IsTelegram(HttpRequest request, TelegramOptions options)
    {
        var given = Hash(request.Headers[SecretHeader].ToString());
        return CryptographicOperations.FixedTimeEquals(given, Hash(options.WebhookSecret!))
            | (options.PreviousWebhookSecret is { Length: > 0 } previous && CryptographicOperations.FixedTimeEquals(given, Hash(previous)));
    }

    private static byte[] Hash(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));
}
