using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using SlrtBot.Bot.WebChat.Pages;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Phrases;

namespace SlrtBot.Bot.WebChat;

/// <summary>Reads a chat and answers with its page, or with the pieces that a page does not have yet.</summary>
public sealed class ChatPages(
    ReadChat chats, MarkShown shown, Inbox inbox, ChatPresenter presenter, ComponentHtml html, ChatAssets assets,
    PhraseBook phrases, TimeProvider clock, IHostEnvironment environment)
{
    public static readonly IReadOnlyList<string> Languages = ["id", "en"];

    private const int MostMessages = 60;

    private string LanguageCookie => environment.IsDevelopment() ? "slrt-chat-language" : "__Host-slrt-chat-language";

    /// <summary>The page with its latest messages, which count as delivered with it.</summary>
    public async Task<IResult> PageAsync(
        HttpContext context, ChatKey key, int status, IReadOnlyList<Refusal>? notes = null, string? unsent = null)
    {
        var chat = await chats.LatestAsync(IndexOf(key), MostMessages, context.RequestAborted);
        await shown.MarkAsync(chat.Messages, context.RequestAborted);
        var start = context.Request.Query["start"].ToString();
        var view = View(context, key, chat, notes) with { Unsent = unsent ?? "", Start = ChatPost.IsName(start) ? start : "" };
        return await AnswerAsync<ChatPage>(view, status);
    }

    /// <summary>What may be new to a page that shows the chat up to <paramref name="seen"/>.</summary>
    public async Task<IResult> PiecesAsync(HttpContext context, ChatKey key, Guid seen, IReadOnlyList<Refusal>? notes = null)
    {
        var chat = await chats.SinceAsync(IndexOf(key), seen, MostMessages, context.RequestAborted);
        await shown.MarkAsync(chat.Messages, context.RequestAborted);
        return await AnswerAsync<Fragment>(View(context, key, chat, notes), StatusCodes.Status200OK);
    }

    /// <summary>A page without the chat: nothing is read.</summary>
    public Task<IResult> AloneAsync<TPage>(
        HttpContext context, ChatKey key, int status, IReadOnlyList<Refusal>? notes = null, string? unsent = null)
        where TPage : IComponent =>
        AnswerAsync<TPage>(View(context, key, new Chat(null, []), notes) with { Unsent = unsent ?? "" }, status);

    public ChatView View(HttpContext context, ChatKey key, Chat chat, IReadOnlyList<Refusal>? notes = null)
    {
        var language = chat.Conversation?.Language ?? LanguageOf(context);
        return new ChatView(phrases, language, key, assets.Current)
        {
            FormId = $"{SequentialId.Next(clock.GetUtcNow().UtcDateTime):N}",
            Bubbles = presenter.Present(chat, language),
            IsPausing = chat.Conversation?.CollectUntil is not null,
            Notes = [.. (notes ?? []).Select(n => Sentence(language, n)).Distinct()],
        };
    }

    public byte[] IndexOf(ChatKey key) => inbox.IndexOf(Channels.WebChat, key.Address);

    public string LanguageOf(HttpContext context) =>
        context.Request.Cookies[LanguageCookie] is { } chosen && Languages.Contains(chosen) ? chosen : PhraseBook.Fallback;

    public void Remember(HttpContext context, string language) => context.Response.Cookies.Append(LanguageCookie, language, new CookieOptions
    {
        HttpOnly = true,
        Secure = !environment.IsDevelopment(),
        SameSite = SameSiteMode.Lax,
        Path = "/",
        MaxAge = TimeSpan.FromDays(365),
        IsEssential = true,
    });

    private async Task<IResult> AnswerAsync<TPage>(ChatView view, int status)
        where TPage : IComponent =>
        Results.Content(await html.RenderAsync<TPage>(view), "text/html; charset=utf-8", statusCode: status);

    private string Sentence(string language, Refusal refusal) => phrases.Get(
        language, $"refusal.{refusal.Code}", [.. refusal.Values.Select(v => (v.Key, (object?)v.Value))]);
}
