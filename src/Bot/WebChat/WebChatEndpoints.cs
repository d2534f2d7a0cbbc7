using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SlrtBot.Bot.WebChat.Pages;
using SlrtBot.Core.Kernel;

namespace SlrtBot.Bot.WebChat;

/// <summary>The addresses of the residents' page. Nobody signs in: the cookie is the key to one chat.</summary>
public static class WebChatEndpoints
{
    /// <summary>The page's script forgets as well what it kept of words that were not taken.</summary>
    private const string Forgotten = "/chat?forgotten";

    public static void MapWebChat(this IEndpointRouteBuilder routes)
    {
        if (!routes.ServiceProvider.GetRequiredService<IOptions<WebChatOptions>>().Value.Enabled)
        {
            return;
        }

        var chat = routes.MapGroup("/chat").AllowAnonymous().AddEndpointFilter<ChatHeaders>();
        chat.MapGet("", (HttpContext context, ChatPages pages, ChatCookie cookie) => pages.PageAsync(context, cookie.Ensure(context), 200));
        chat.MapPost("", (HttpContext context, ReceivePost receive) => receive.DoAsync(context)).DisableAntiforgery();
        chat.MapGet("/messages", MessagesAsync);
        chat.MapGet("/events", Events);
        chat.MapGet("/forget", (HttpContext context, ChatPages pages, ChatCookie cookie) =>
            pages.AloneAsync<ForgetPage>(context, cookie.Ensure(context), 200));
        chat.MapPost("/forget", ForgetAsync).DisableAntiforgery();
        chat.MapPost("/language", LanguageAsync).DisableAntiforgery();
    }

    private static async Task<IResult> MessagesAsync(HttpContext context, ChatPages pages, ChatCookie cookie, Guid? after) =>
        cookie.Read(context) is { } key ? await pages.PiecesAsync(context, key, after ?? Guid.Empty) : Results.NoContent();

    /// <summary>204 tells an EventSource not to come back: a browser without a chat has nothing to wait for.</summary>
    private static IResult Events(HttpContext context, ChatEvents events, ChatStreams streams, ChatCookie cookie, Guid? after)
    {
        if (cookie.Read(context) is not { } key)
        {
            return Results.NoContent();
        }

        if (streams.Enter(context, key) is { } refused)
        {
            context.Response.Headers.RetryAfter = ChatStreams.RetryAfter.ToString(CultureInfo.InvariantCulture);
            return Results.StatusCode(refused);
        }

        var last = Guid.TryParse(context.Request.Headers["Last-Event-ID"], out var told) ? told : after ?? Guid.Empty;
        context.Response.Headers["X-Accel-Buffering"] = "no";
        return TypedResults.ServerSentEvents(events.FollowAsync(context, key, last, context.RequestAborted));
    }

    private static async Task<IResult> ForgetAsync(HttpContext context, ChatPages pages, ChatCookie cookie)
    {
        if (await OwnPostAsync(context, cookie) is not var (key, _))
        {
            return await pages.PageAsync(context, cookie.Ensure(context), StatusCodes.Status400BadRequest, [new Refusal("webchat_stale")]);
        }

        cookie.Forget(context);
        return Results.Redirect(Forgotten);
    }

    private static async Task<IResult> LanguageAsync(HttpContext context, ChatPages pages, ChatCookie cookie, ReceivePost receive)
    {
        if (await OwnPostAsync(context, cookie) is not var (key, post))
        {
            return await pages.PageAsync(context, cookie.Ensure(context), StatusCodes.Status400BadRequest, [new Refusal("webchat_stale")]);
        }

        if (post["language"] is { } language && ChatPages.Languages.Contains(language))
        {
            pages.Remember(context, language);
            await receive.ChangeLanguageAsync(context, key, post, language);
        }

        return ReceivePost.BackToChat(context);
    }

    private static async Task<(ChatKey Key, ChatPost Post)?> OwnPostAsync(HttpContext context, ChatCookie cookie) =>
        cookie.Read(context) is { } key
        && await ChatPostReader.ReadAsync(context.Request, context.RequestAborted) is { } post
        && key.Owns(post["form"])
            ? (key, post)
            : null;
}
