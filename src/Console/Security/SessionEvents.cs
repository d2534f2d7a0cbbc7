using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.StaticAssets;
using SlrtBot.Core.Staff;

namespace SlrtBot.Console.Security;

/// <summary>
/// Looks at the session with every request, and answers a missing or insufficient one: a page redirects, a fragment
/// tells the script to.
/// </summary>
public sealed class SessionEvents(StaffAccounts accounts, TimeProvider clock, ServiceZone zone) : CookieAuthenticationEvents
{
    /// <summary>Without use; the cookie's own life, renewed by use (ASVS 7.3.1).</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromMinutes(30);

    /// <summary>Sent by what refreshes itself: an unattended screen must not keep its session alive.</summary>
    public const string Unattended = "X-Unattended";

    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        var http = context.HttpContext;
        if (http.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null)
        {
            return;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var ticket = SessionTicket.Read(context.Principal);
        var scope = ticket is null || now - ticket.StartedAt >= StaffSession.Longest
            ? null
            : await accounts.InSessionAsync(ticket.SessionId, ticket.Stamp, zone.Today, http.RequestAborted);
        if (scope is null)
        {
            context.RejectPrincipal();
            await http.SignOutAsync(context.Scheme.Name);
            return;
        }

        http.Features.Set(scope);
    }

    public override Task CheckSlidingExpiration(CookieSlidingExpirationContext context)
    {
        context.ShouldRenew = context.ElapsedTime > TimeSpan.FromMinutes(1)
            && !context.Request.Headers.ContainsKey(Unattended) && context.Request.Path != "/live";
        return Task.CompletedTask;
    }

    public override Task RedirectToLogin(RedirectContext<CookieAuthenticationOptions> context)
    {
        var http = context.HttpContext;
        if (http.Request.Headers["HX-Request"] != "true")
        {
            return base.RedirectToLogin(context);
        }

        var here = Uri.TryCreate(http.Request.Headers["HX-Current-URL"], UriKind.Absolute, out var url) ? url.PathAndQuery : "/";
        http.Response.StatusCode = StatusCodes.Status401Unauthorized;
        http.Response.Headers["HX-Redirect"] = "/sign-in" + QueryString.Create("ReturnUrl", here);
        // The script follows the header; a page in the body would only be parsed in vain.
        http.Features.Get<IStatusCodePagesFeature>()?.Enabled = false;
        return Task.CompletedTask;
    }

    public override Task RedirectToAccessDenied(RedirectContext<CookieAuthenticationOptions> context)
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }
}
