using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Console.Security;

namespace SlrtBot.Console.Tests.Doors;

/// <summary>Every handler of every page of the running program, and every other address of the console that names a record.</summary>
internal static class PageHandlers
{
    /// <returns>Such as <c>POST /conversations/{id:guid}?handler=Take</c>, with the permission it asks for; null where it asks for none.</returns>
    public static async Task<IReadOnlyDictionary<string, string?>> OfAsync(IServiceProvider services)
    {
        var (found, loader) = (new Dictionary<string, string?>(StringComparer.Ordinal), services.GetRequiredService<PageLoader>());
        foreach (var endpoint in services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            var path = $"/{endpoint.RoutePattern.RawText!.TrimStart('/')}";
            var permission = endpoint.Metadata.GetMetadata<PermitsAttribute>()?.Permission;
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page)
            {
                found[$"GET {path}"] = permission;
                foreach (var handler in (await loader.LoadAsync(page, endpoint.Metadata)).HandlerMethods.Where(h => h.HttpMethod == "Post"))
                {
                    found[$"POST {path}{(handler.Name is null ? "" : $"?handler={handler.Name}")}"] = permission;
                }
            }
            else if (permission is not null)
            {
                found[$"GET {path}"] = permission;
            }
        }

        return found;
    }
}
