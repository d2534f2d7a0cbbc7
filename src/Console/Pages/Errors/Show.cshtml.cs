using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SlrtBot.Console.Security;

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

    public int Known { get; private set; } = StatusCodes.Status500InternalServerError;

    public void OnGet(int status) => Explain(status);

    public void OnPost(int status) => Explain(status);

    private void Explain(int asked)
    {
        // Asked for directly, the page itself is found; run in place of an answer, that answer's status stands.
        var status = Response.StatusCode >= StatusCodes.Status400BadRequest ? Response.StatusCode : asked;
        Known = Explained.Contains(status) ? status : status < 500 ? StatusCodes.Status400BadRequest : StatusCodes.Status500InternalServerError;
    }
}
