using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Console.Security;

namespace SlrtBot.Console.Tests.Site;

/// <summary>Every address of the running program that is not a static file, with who may use it.</summary>
public static class Routes
{
    /// <returns>Lines such as <c>/queue: complaint.read</c>, in order.</returns>
    public static IReadOnlyList<string> Of(IServiceProvider services) =>
    [
        .. services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            // The second is the build output's own stand-in for files that changed since: it serves nothing else.
            .Where(e => e.Metadata.GetMetadata<StaticAssetDescriptor>() is null && e.RoutePattern.RawText != "{**path:file}")
            .Select(e => $"/{e.RoutePattern.RawText!.TrimStart('/')}: {Who(e.Metadata)}")
            .Distinct()
            .Order(StringComparer.Ordinal),
    ];

    private static string Who(EndpointMetadataCollection metadata) =>
        metadata.GetMetadata<PermitsAttribute>() is { } permits ? permits.Permission
        : metadata.GetMetadata<AnyStaffAttribute>() is not null ? "any staff"
        : metadata.GetMetadata<IAllowAnonymous>() is not null ? "anyone"
        : "UNSAID";
}
