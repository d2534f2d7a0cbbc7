using Microsoft.AspNetCore.Routing;
using SlrtBot.Bot.BotFramework;
using SlrtBot.Bot.Telegram;
using SlrtBot.Bot.WebChat;

namespace SlrtBot.Bot;

/// <summary>The only door of Bot's addresses.</summary>
public static class BotEndpoints
{
    public static void MapBot(this IEndpointRouteBuilder routes)
    {
        routes.MapTelegramWebhook();
        routes.MapMessages();
        routes.MapWebChat();
    }
}
