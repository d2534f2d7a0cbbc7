using Microsoft.AspNetCore.Http;
using SlrtBot.Bot.WebChat.Pages;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Phrases;

namespace SlrtBot.Bot.WebChat;

/// <summary>
/// <c>POST /chat</c>: checks where the post comes from, keeps its photos, puts it into the inbox, and answers. To a
/// script with the pieces that its page lacks; to a browser without one with the whole page, after the bot has had a
/// few seconds to reply.
/// </summary>
public sealed class ReceivePost(
    ChatPages pages, ChatCookie cookie, ChatLimits limits, PhotoIntake photos, ReadChat chats, ChatInbox inbox, PhraseBook phrases)
{
    /// <summary>Sent by the page's script: it wants pieces, not a page.</summary>
    public const string ScriptHeader = "X-Slrt-Chat";

    /// <summary>Of a refusal to the script: the form token that the browser's cookie has now.</summary>
    public const string TokenHeader = "X-Slrt-Form";

    public async Task<IResult> DoAsync(HttpContext context)
    {
        if (context.Request.Headers["Sec-Fetch-Site"] is [{ } site] && site is "cross-site" or "same-site")
        {
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        }

        if (!limits.MayWrite(context))
        {
            return await RefuseAsync(context, cookie.Ensure(context), null, "webchat_crowded", StatusCodes.Status429TooManyRequests);
        }

        using var place = await limits.UploadAsync(context.RequestAborted);
        var post = await ChatPostReader.ReadAsync(context.Request, context.RequestAborted);
        if (cookie.Read(context) is not { } key)
        {
            return await RefuseAsync(context, cookie.Ensure(context), post?.Text, "webchat_lost", StatusCodes.Status400BadRequest);
        }

        if (post is null || !key.Owns(post["form"]))
        {
            return await RefuseAsync(context, key, post?.Text, "webchat_stale", StatusCodes.Status400BadRequest);
        }

        try
        {
            return await TakeAsync(context, key, post);
        }
        catch (StorageUnavailableException)
        {
            context.Response.Headers.RetryAfter = "15";
            return await RefuseAsync(context, key, post.Text, "busy", StatusCodes.Status503ServiceUnavailable);
        }
    }

    /// <summary>The bot changes its language when it is told so in words; a chat that has not begun takes the page's.</summary>
    public async Task ChangeLanguageAsync(HttpContext context, ChatKey key, ChatPost post, string language)
    {
        if (await chats.ExistsAsync(pages.IndexOf(key), context.RequestAborted))
        {
            var words = phrases.Get(language, $"words.language.{language}").Split('|')[0];
            var update = inbox.Blank(key, language) with { Id = post.IdOf($"language {language}"), Text = words };
            await inbox.AcceptAsync([update], waits: true, context.RequestAborted);
        }
    }

    public static IResult BackToChat(HttpContext context)
    {
        context.Response.Headers.Location = "/chat#latest";
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }

    private async Task<IResult> TakeAsync(HttpContext context, ChatKey key, ChatPost post)
    {
        if (!await chats.ExistsAsync(pages.IndexOf(key), context.RequestAborted) && !limits.MayBegin(context))
        {
            return await RefuseAsync(context, key, post.Text, "webchat_crowded", StatusCodes.Status429TooManyRequests);
        }

        var (kept, refused) = await photos.TakeAsync(post, context.RequestAborted);
        var updates = Updates(inbox.Blank(key, pages.LanguageOf(context)), post, kept);
        if (!await inbox.AcceptAsync(updates, !IsScript(context), context.RequestAborted))
        {
            return BackToChat(context);
        }

        return IsScript(context)
            ? await pages.PiecesAsync(context, key, post.Seen, refused)
            : await pages.PageAsync(context, key, refused.Count > 0 && updates.Count == 0 ? 422 : 200, refused);
    }

    private static List<WebChatUpdate> Updates(WebChatUpdate template, ChatPost post, IReadOnlyList<ChatPhoto> kept)
    {
        var updates = new List<WebChatUpdate>();
        if (post.Press is { } press)
        {
            updates.Add(template with { Id = post.IdOf($"press {press}"), Press = press });
        }
        else if (post.Start is { } start)
        {
            updates.Add(template with { Id = post.IdOf($"start {start}"), Start = start });
        }
        else if (post.Place is { } place)
        {
            updates.Add(template with { Id = post.IdOf($"place {place}"), Place = place });
        }
        else if (post.Text is { } text && kept.Count == 0)
        {
            updates.Add(template with { Id = post.IdOf($"text {text}"), Text = text });
        }

        updates.AddRange(kept.Select((photo, i) => template with
        {
            Id = post.IdOf($"photo {photo.Sha256}"),
            Photo = photo,
            Text = i == 0 ? post.Text : null,
            Album = kept.Count > 1 ? post.FormId : null,
        }));
        return updates;
    }

    private async Task<IResult> RefuseAsync(HttpContext context, ChatKey key, string? unsent, string code, int status)
    {
        Refusal[] notes = [new(code)];
        context.Response.Headers[TokenHeader] = key.FormToken;
        return IsScript(context)
            ? await pages.AloneAsync<Fragment>(context, key, status, notes)
            : status == StatusCodes.Status503ServiceUnavailable
                ? await pages.AloneAsync<ChatPage>(context, key, status, notes, unsent)
                : await pages.PageAsync(context, key, status, notes, unsent);
    }

    private static bool IsScript(HttpContext context) => context.Request.Headers.ContainsKey(ScriptHeader);
}
