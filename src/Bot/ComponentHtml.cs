using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Logging;

namespace SlrtBot.Bot;

/// <summary>Draws a component outside a request's own page: pieces of the chat, a poster.</summary>
public sealed class ComponentHtml(IServiceProvider services, ILoggerFactory loggers)
{
    /// <param name="view">The component's parameter <c>View</c>.</param>
    public async Task<string> RenderAsync<TComponent>(object view)
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
