using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Operations;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Console.Security;

/// <summary>
/// Writes down, once per request, that a signed-in person was refused: 403, and 404 on a page about one record, which
/// is what a record of other areas answers.
/// </summary>
public static class DenialAudit
{
    private static readonly string[] Keys = ["reference", "number", "id"];

    public static IApplicationBuilder UseDenialAudit(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        await next(context);
        if (Denial(context) is { } denied && context.Items.TryAdd(typeof(DenialAudit), true))
        {
            await RecordAsync(context, denied);
        }
    });

    // An error page that runs in a page's place is neither asked for nor denied: its route names no record.
    private static Denied? Denial(HttpContext context)
    {
        if (context.Response.StatusCode is not (StatusCodes.Status403Forbidden or StatusCodes.Status404NotFound)
            || context.GetEndpoint() is not RouteEndpoint { RoutePattern.RawText: { } route }
            || context.Features.Get<Core.Staff.StaffScope>() is null)
        {
            return null;
        }

        var asked = Keys.Select(k => context.Request.RouteValues.GetValueOrDefault(k)?.ToString()).FirstOrDefault(v => v is not null);
        var status = context.Response.StatusCode;
        return asked is null && status == StatusCodes.Status404NotFound ? null : new Denied($"/{route.TrimStart('/')}", status, asked);
    }

    private static async Task RecordAsync(HttpContext context, Denied denied)
    {
        var staff = context.Features.Get<Core.Staff.StaffScope>()!.StaffId;
        var by = Provenance.Staff(staff, context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime);
        await context.RequestServices.GetRequiredService<UnitOfWork>().RunAsync<RecordDenial, Done>(
            (act, cancel) => act.DoAsync(denied, by, cancel), CancellationToken.None);
    }
}
