using System.Globalization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SlrtBot.Console.Security;
using SlrtBot.Core.Persistence;

namespace SlrtBot.Console.Pages.Errors;

/// <summary>
/// What stands where a page would: which kind of "no", and the number under which the log knows it. It answers any
/// verb and asks for no token, since it is run in place of whatever failed.
/// </summary>
[Anyone]
[IgnoreAntiforgeryToken(Order = AfterTheConvention)]
public sealed class ShowErrorPage : PageModel
{
    // The last filter of its kind decides, and the one for all pages has the same order otherwise.
    private const int AfterTheConvention = 2000;

    private static readonly int[] Explained = [400, 403, 404, 409, 413, 429, 500, 503];

    private int _known = StatusCodes.Status500InternalServerError;

    /// <summary>The texts' name: the status, or what is known beyond it.</summary>
    public string Known => Outage.IsFullDisk(HttpContext.Features.Get<IExceptionHandlerFeature>()?.Error)
        ? "full"
        : _known.ToString(CultureInfo.InvariantCulture);

    /// <summary>Null where it was no form that came too late.</summary>
    public StaleForm? Stale { get; private set; }

    public void OnGet(int status) => Explain(status);

    public void OnPost(int status)
    {
        // Nothing failed that it could stand for: somebody sends a form to it.
        if (Response.StatusCode < StatusCodes.Status400BadRequest)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
        }

        Explain(status);
        Stale = StaleForm.Of(HttpContext);
    }

    private void Explain(int asked)
    {
        // Asked for directly, the page itself is found; run in place of an answer, that answer's status stands.
        var status = Response.StatusCode >= StatusCodes.Status400BadRequest ? Response.StatusCode : asked;
        _known = Explained.Contains(status) ? status : status < 500 ? StatusCodes.Status400BadRequest : StatusCodes.Status500InternalServerError;
    }
}
