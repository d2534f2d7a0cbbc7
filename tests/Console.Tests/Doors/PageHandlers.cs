using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Console.Security;

namespace SlrtBot.Console.Tests.Doors;

/// <summary>Everything that the running program answers to: every handler of every page, and every other address that is not a static file.</summary>
internal static class PageHandlers
{
    /// <returns>Such as <c>POST /conversations/{id:guid}?handler=Take</c>, with the permission it asks for; null where it asks for none.</returns>
    public static async Task<IReadOnlyDictionary<string, string?>> OfAsync(IServiceProvider services)
    {
        var (found, loader) = (new Dictionary<string, string?>(StringComparer.Ordinal), services.GetRequiredService<PageLoader>());
        foreach (var endpoint in services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(e => !IsFile(e)))
        {
            var path = $"/{endpoint.RoutePattern.RawText!.Trim('/')}";
            var permission = endpoint.Metadata.GetMetadata<PermitsAttribute>()?.Permission;
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page)
            {
                found[$"GET {path}"] = permission;
                foreach (var handler in (await loader.LoadAsync(page, endpoint.Metadata)).HandlerMethods.Where(h => h.HttpMethod == "Post"))
                {
                    found[$"POST {path}{(handler.Name is null ? "" : $"?handler={handler.Name}")}"] = permission;
                }
            }
            else
            {
                // Health checks name no method: they answer to all.
                foreach (var method in endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"])
                {
                    found[$"{method} {path}"] = permission;
                }
            }
        }

        return found;
    }

    // The second is the build output's own stand-in for files that changed since: it serves nothing else.
    private static bool IsFile(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is not null || endpoint.RoutePattern.RawText == "{**path:file}";
}
