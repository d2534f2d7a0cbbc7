using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Logging;

namespace SlrtBot.Bot.WebChat;

/// <summary>Draws a component: the page and the pieces that are sent after it come from the same mould.</summary>
public sealed class ChatHtml(IServiceProvider services, ILoggerFactory loggers)
{
    public async Task<string> RenderAsync<TComponent>(ChatView view)
        where TComponent : IComponent
    {
        await using var renderer = new HtmlRenderer(services, loggers);
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var parameters = ParameterView.FromDictionary(new Dictionary<string, object?> { ["View"] = view });
            var drawn = await renderer.RenderComponentAsync<TComponent>(parameters);
            return drawn.ToHtmlString();
        });
    }
}
