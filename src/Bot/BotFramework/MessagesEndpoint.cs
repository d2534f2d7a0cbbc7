using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SlrtBot.Bot.Diagnostics;
using SlrtBot.Bot.Protocol;
using SlrtBot.Bot.Turns;

namespace SlrtBot.Bot.BotFramework;

/// <summary>
/// <c>POST /api/messages</c>. A channel gives up after 15 seconds and delivers again: so an activity is verified, stored
/// and acknowledged, and nothing else. Only callers that ask for the replies in the same response wait for the turn.
/// </summary>
internal static class MessagesEndpoint
{
    public const string Path = "/api/messages";

    private const string RetryAfterSeconds = "30";

    public static void MapMessages(this IEndpointRouteBuilder routes)
    {
        var options = routes.ServiceProvider.GetRequiredService<BotFrameworkOptions>();
        if (options.IsOn || options.IsForEmulators)
        {
            // The console's cookies, limits and pages are not asked about every activity.
            routes.MapPost(Path, HandleAsync).AllowAnonymous().DisableAntiforgery().ShortCircuit();
        }
    }

    private static async Task<IResult> HandleAsync(
        HttpRequest request,
        CallerCheck callers,
        ActivityIntake intake,
        ExpectedReplies expected,
        BotFrameworkState state,
        ILogger<ActivityIntake> log,
        CancellationToken cancellationToken)
    {
        if (await callers.ReadAsync(request, cancellationToken) is not { } caller)
        {
            return TurnAway(StatusCodes.Status401Unauthorized, "unauthorized");
        }

        if (await RequestBody.ReadAsync(request, cancellationToken) is not { } body)
        {
            return TurnAway(StatusCodes.Status413PayloadTooLarge, "too_long");
        }

        // No page of another site can send this type without asking first, and nobody answers that.
        if (!request.HasJsonContentType() || ActivityEnvelope.Read(body) is not { } activity)
        {
            return TurnAway(StatusCodes.Status400BadRequest, "malformed");
        }

        if (!callers.MaySpeakFor(caller, activity))
        {
            return TurnAway(StatusCodes.Status401Unauthorized, "unauthorized");
        }

        try
        {
            await intake.AcceptAsync(activity, body, cancellationToken);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            log.UpdateNotStored(failure.GetType().Name);
            request.HttpContext.Response.Headers.RetryAfter = RetryAfterSeconds;
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }

        state.Heard();
        if (activity.DeliveryMode == DeliveryModes.ExpectReplies)
        {
            await expected.AnswerAsync(request.HttpContext, activity, intake.KeyOf(activity, body));
            return Results.Empty;
        }

        return activity.Type == ActivityTypes.Invoke ? Results.StatusCode(InvokeAnswers.StatusOf(activity)) : Results.Accepted();
    }

    private static IResult TurnAway(int status, string reason)
    {
        BotFrameworkMeter.CountTurnedAway(reason);
        return Results.StatusCode(status);
    }
}

/// <summary>An invoke wants its result in the response; nothing here can have one before its turn.</summary>
internal static class InvokeAnswers
{
    /// <summary>A press on a card that the channel sends this way.</summary>
    public const string CardPress = "adaptiveCard/action";

    public static int StatusOf(ActivityEnvelope activity) =>
        activity.Name == CardPress ? (int)HttpStatusCode.OK : (int)HttpStatusCode.NotImplemented;
}
