using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Bot.Turns;
using SlrtBot.Core.Conversations;

namespace SlrtBot.Bot.WebChat;

internal static class WebChatServices
{
    public static IServiceCollection AddWebChat(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<WebChatOptions>().Bind(configuration.GetSection(WebChatOptions.Section))
            .Validate(o => o.ReplyWait is >= 0 and <= 10_000, "WebChat__ReplyWait must lie between 0 and 10000 milliseconds.")
            .ValidateOnStart();
        services.AddSingleton<IChannelStatus, WebChatStatus>();
        services.AddSingleton<IChannelTranslation, WebChatTranslation>();
        services.AddSingleton<ChatCookie>();
        services.AddSingleton<ChatDoorbell>();
        services.AddSingleton<ChatLimits>();
        services.AddSingleton<ChatStreams>();
        services.AddSingleton<ChatAssets>();
        services.AddSingleton<ChatPresenter>();
        services.AddSingleton<ChatEvents>();
        services.AddSingleton<PhotoIntake>();
        services.AddScoped<ReadChat>();
        services.AddScoped<MarkShown>();
        services.AddScoped<ChatInbox>();
        services.AddScoped<ChatPages>();
        services.AddScoped<ReceivePost>();
        return services;
    }
}
