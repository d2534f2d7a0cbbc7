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
[IgnoreAntiforgeryToken]
public sealed class ShowErrorPage : PageModel
{
    private static readonly int[] Explained = [400, 403, 404, 409, 413, 429, 500, 503];

    private int _known = StatusCodes.Status500InternalServerError;

    /// <summary>The texts' name: the status, or what is known beyond it.</summary>
    public string Known => Outage.IsFullDisk(HttpContext.Features.Get<IExceptionHandlerFeature>()?.Error)
        ? "full"
        : _known.ToString(CultureInfo.InvariantCulture);

    public void OnGet(int status) => Explain(status);

    public void OnPost(int status) => Explain(status);

    private void Explain(int asked)
    {
        // Asked for directly, the page itself is found; run in place of an answer, that answer's status stands.
        var status = Response.StatusCode >= StatusCodes.Status400BadRequest ? Response.StatusCode : asked;
        _known = Explained.Contains(status) ? status : status < 500 ? StatusCodes.Status400BadRequest : StatusCodes.Status500InternalServerError;
    }
}
